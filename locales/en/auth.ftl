# Signing in and out.

auth-title = Sign in
auth-explanation = You need to be signed in for this page. Open the link from your invitation. Lost it? Ask the organiser of your group for a new one.
auth-demo = This is a demo: everything is invented, and you can be anybody.
auth-demo-choose = Choose who you are
auth-offer-title = Sign in to Kring
auth-offer-text = Press the button and you are in. You do not need a password.
auth-offer-button = Sign in
auth-offer-note = This link works once. You stay signed in on this device until you sign out, or for 45 days at most.
auth-refused-title = This link no longer works
auth-refused-text = A link works once and for a week at most. Ask the organiser of your group for a new one.
