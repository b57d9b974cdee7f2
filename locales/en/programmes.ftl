# The page of a programme.

programmes-kind-open = Open meetings
programmes-kind-groups = Fixed groups
programmes-kind-trajectory = Trajectory
programmes-audience = For whom
programmes-time = Time it takes
programmes-period = When

programmes-from-to = { $from } to { $to }
programmes-funder = Made possible by
programmes-groups = Groups

programmes-members = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
programmes-organiser-note = As organiser you see who takes part and when. You do not see cases or what is said about them.
programmes-to-evaluation = What did the participants think of it?
programmes-coming = Coming meetings
programmes-past = Earlier

programmes-mine = My programmes
programmes-new = New programme
programmes-none-title = No programme yet
programmes-none-text = A programme has an aim, people it is for, and a period. Then come the people, the groups and the meetings.
programmes-settings = Settings
programmes-settings-lead = This is what people read before they apply. All of it can still be changed later.
programmes-manage = For organisers
programmes-legend-what = What kind of programme
programmes-legend-text = What people read
programmes-legend-frame = When, where and by whom
programmes-legend-page = The page
programmes-organisation = Organisation
programmes-name = Name
programmes-name-hint = Choose a name that a colleague may read over your shoulder.
programmes-kind = Kind
programmes-state = State
programmes-state-draft = Draft
programmes-state-open = Open
programmes-state-closed = Closed
programmes-state-ended = Ended
programmes-state-hint = Only organisers see a draft. People can only apply while it is Open.
programmes-goal = Aim
programmes-goal-hint = What does it bring those who take part?
programmes-time-hint = How often, how long, and what somebody does beforehand.
programmes-in-english = Also in English
programmes-in-english-hint = What you leave empty, visitors who read English see in Dutch.
programmes-english = { $field } (English)
programmes-starts = Begins on
programmes-ends = Ends on
programmes-ends-before = The end lies before the beginning.
programmes-region = Region
programmes-region-hint = Where the meetings are, or ‘online’.
programmes-contact = Questions? Get in touch
programmes-contact-hint = A name with a mail address or telephone number. Everybody can read this. May stay empty.
programmes-accent = Colour
programmes-accent-teal = Teal
programmes-accent-indigo = Indigo
programmes-accent-plum = Plum
programmes-accent-ochre = Ochre
programmes-accent-moss = Moss
programmes-address = Short address
programmes-address-hint = Small letters, digits and hyphens. Leave it empty for an address made from the name. An earlier address keeps working.
programmes-address-wrong = Use { $least } to { $most } small letters, digits and single hyphens.
programmes-address-taken = This address is in use already. Choose another one.
programmes-is-public = Everybody with the address may read the page
programmes-is-public-hint = Switch this off for a programme by invitation: then only members see the page.
programmes-meanwhile = Somebody else has just changed this programme. Below is what stands there now; the form holds what you wrote. If you save again, your text counts.
programmes-now-empty = (empty)
programmes-is-draft = This is a draft. Only organisers see it. Set its state to Open when it is ready.
programmes-share = Share this address:
programmes-places = Places
programmes-room = { $count ->
    [one] Room for one participant
   *[other] Room for { $count } participants
}
programmes-applying = Taking part
programmes-apply-until = You can apply until { $day }, that day included.
programmes-apply-now = You can apply now.
programmes-apply = Apply
programmes-apply-over = Applications are closed.
programmes-is-ended = This programme has ended.
programmes-feed = Follow the open meetings (Atom)
programmes-applications = Applications
programmes-enrolment = Enrolment
programmes-leave = Leave this programme

programmes-legend-meetings = Meetings
programmes-reminders = Remind so many days before
programmes-reminders-hint = For example 14, 1. Leave empty for no reminders. This holds for invitations that go from now on.
programmes-reminders-wrong = Fill in at most { $count } whole numbers from 1 to { $most }, with a comma between them.
programmes-sensitive = Keep titles out of calendars and mails
programmes-sensitive-hint = Calendars and subjects then say only "Meeting" and the name of the group. Useful when colleagues or relatives look on.
programmes-norm = Norm for attendance, in percent
programmes-norm-hint = A facilitator sees who is below it. Leave empty to ask nothing.
