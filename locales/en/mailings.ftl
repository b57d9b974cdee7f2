# The mails of a programme: what is about to go, changing and stopping it, what went.

mailings-title = Mails of this programme
mailings-lead = Here you see what is still to go, and what was sent to whom. What still waits you can change or stop.
mailings-no-server = No mail server is set up yet, so nothing goes now. Ask the administrator.
mailings-to-samples = Read what each kind of mail looks like

mailings-waiting = Still waiting: { $count }
mailings-none = Nothing waits
mailings-none-text = As soon as you plan a meeting, its invitations and reminders stand here.
mailings-more = More are waiting. The first two hundred stand here.
mailings-ended = Sent and stopped
mailings-ended-none = Nothing yet.

mailings-moment = { $day }, { $time }

mailings-goes = Goes on { $moment }
mailings-calendar = with a calendar file
mailings-problem = This could not be sent yet. Kring tries again.
mailings-sent = Sent
mailings-failed = Did not arrive
mailings-late = Not needed any more
mailings-stopped = Stopped
mailings-subject = Subject
mailings-text = Text
mailings-text-hint = In a link •••••••• stands for a key that is the reader's alone. Leave it there.
mailings-save = Save
mailings-stop = Stop this mail
mailings-stop-text = A mail that you stop never goes any more. The meeting itself does not change by it.
mailings-wrong-empty = Fill this in.

mailings-wrong-long = This is too long. There is room for { $most } characters.
mailings-wrong-covered = A link with •••••••• can stand in the text only once.
mailings-samples = How the mails read
mailings-samples-text = With invented details. Change the language to read the other one.
