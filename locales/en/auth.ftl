# Signing in and out.

auth-title = Sign in
auth-demo = This is a demo: everything is invented, and you can be anybody.
auth-demo-choose = Choose who you are
auth-offer-title = Sign in to Kring
auth-offer-text = Press the button and you are in. You do not need a password.
auth-offer-button = Sign in
auth-offer-note = This link works once. You stay signed in on this device until you sign out, or until you have not come by for 45 days.
auth-refused-title = This link no longer works
auth-refused-text = A link works once and for a week at most. Ask the organiser of your group for a new one.

auth-door-text = Fill in your mail address. You get a mail with a code of six digits. You do not need a password.
auth-door-mail = Your mail address
auth-door-hint = The address your invitation came to.
auth-door-button = Send me a code
auth-door-promise = We use your address only to let you sign in.
auth-closed = Open the link from your invitation. Lost it? Ask the organiser of your group for a new one.
auth-closed-admin = This Kring cannot send mail yet. Are you its administrator? Set up a mail server, or make a link with
auth-mail-wrong = This is not a mail address. A good example is noor@example.nl.
auth-code-title = Fill in your code
auth-code-text = If we know { $address }, a mail is on its way to you. The code in it works for a quarter of an hour.
auth-code-label = Code from the mail
auth-code-hint = Six digits, with or without a space.
auth-code-button = Sign in
auth-code-refused = This code does not let you in. Check that you have the code from the newest mail, or ask for a new one.
auth-code-nothing = No mail? Look among unwanted mail too, and check your address.
auth-code-again = Ask for a new code
auth-refused-mail = A link works once and not for long. Ask for a new code: it will be in your mail in a moment.
auth-devices-title = My devices
auth-devices-text = You are signed in here. Do you not know a device, or have you lost it? Sign it out: whoever has it can no longer get in.
auth-devices-here = this device
auth-devices-since = Signed in on { $day }.
auth-devices-seen = Last used on { $day }.
auth-devices-end = Sign out
auth-devices-everywhere-title = Everywhere at once
auth-devices-everywhere-text = You are signed out on all your devices, here too. What you have sent is kept. A text you are still writing may be lost.
auth-devices-everywhere = Sign me out everywhere
auth-device = { $browser } on { $system }
auth-device-unknown = Unknown device

# The mail with a code.
auth-mail-subject = Your code for Kring
auth-mail-code = Sign in to Kring with this code:
auth-mail-type = Fill it in on the page where you asked for it. You can do so until { $day }, { $time }.
auth-mail-link = Would you rather go on with another device? Open this link there and press the button:
auth-mail-not-you = Did you not ask for this? Then there is nothing you need to do. Give the code to nobody, not even to somebody who calls or mails to ask for it.
