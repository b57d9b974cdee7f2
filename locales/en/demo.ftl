# The demo: greeting, choosing who to be, links.

demo-welcome-kicker = Going on in the demo
demo-choose-button = Join in: choose who you are
demo-read-invitation = Read the invitation
demo-choose-title = Sign in as …
demo-choose-text = Everybody below is invented. Choose somebody and look around: a participant sees something else than a facilitator or an organiser.

demo-links = Sign in with a link that works once, or as anybody at { $address }
demo-part-facilitator = facilitates the meeting that starts now
demo-part-owner = brings the case
demo-part-participant = takes part
demo-part-organiser = organises the programme
demo-old = Note: these example data are from an earlier day. Use --fresh to start again, with a meeting that begins now.
invite-note = This link works once, for a week. Give it only to the person themselves.

invite-unknown = Nobody has the address { $mail }. Add --name "First Last" to make somebody new.

invite-no-address = { $mail } is not a mail address. A good example is noor@example.nl.
demo-brings-case = brings the case today
demo-mail-title = Mail in the demo
demo-mail-text = No mail leaves the demo. What Kring would send you read here.
demo-mail-none = No mail yet
demo-mail-none-text = Plan a meeting; the invitations come here.
demo-mail-calendar = Attachment: calendar file kring.ics
