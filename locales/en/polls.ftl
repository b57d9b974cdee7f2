# Date polls: which of these days can you make?

polls-title = When can you make it?
polls-to-new = Ask when everybody can make it
polls-new-title = Ask when everybody can make it
polls-new-lead = Name a few moments. Everybody gets a mail with a link of their own and says yes, if need be, or no to each. No account is needed.
polls-days = Which moments
polls-days-hint = Fill in at least two. Empty lines do not count.
polls-more-rows = More lines
polls-time-of = Time of date { $number }
polls-fill = Let Kring fill in a row of days
polls-fill-count = How many days
polls-fill-in = Fill in, around the holidays
polls-needs = What is needed
polls-needed = Who must really be there?
polls-needed-hint = Kring does not propose a day on which one of them cannot come.
polls-at-least = With at least so many people
polls-apart = Weeks in between, at least
polls-deadline = Answers until and including
polls-deadline-hint = Whoever has said nothing two days before gets one reminder.
polls-ask-everybody = Ask { $count } { $count ->
    [one] person
   *[other] people
}
polls-ask-text = The mails go at once. When everybody has answered, or the last day is over, you get a mail.
polls-too-few-days = Fill in at least { $count } different moments.
polls-deadline-late = The first moment is over by then. Choose an earlier day.
polls-for = For { $name }
polls-minutes = { $count } minutes
polls-how-many = { $count } { $count ->
    [one] meeting
   *[other] meetings
}
polls-decided = The choice is made:
polls-stopped = This question was stopped. There is nothing you need to do.
polls-closed = Answering is over. Has something changed? Tell your facilitator.
polls-kept = Your answer is saved. You can change it until and including { $until }.
polls-until = You can answer until and including { $until }.
polls-changeable = Until then you can also change it.
polls-prefilled = Some days are filled in already with what you once said about when you are free. Please check them.
polls-form-wrong = Something is still missing. What you filled in is still there.
polls-choose = Choose yes, if need be, or no.
polls-caption = Moments, and for each whether you can make it
polls-when = When
polls-can = Can you make it?
polls-yes = Yes
polls-maybe = If need be
polls-no = No
polls-busy = You have another meeting then.
polls-others = { $count } { $count ->
    [one] other can
   *[other] others can
}
polls-remark = Would you like to add something?
polls-remark-hint = Only whoever chooses the day reads it.
polls-send = Send
polls-answers = Who can make what
polls-answered = { $count } of { $all } have answered.
polls-silent = Not yet: { $names }.
polls-needed-mark = must be there
polls-can-count = Can
polls-unknown = no answer yet
polls-count = { $yes } yes{ $maybe ->
    [0] { "" }
   *[other] , { $maybe } if need be
}
polls-remarks = What people added
polls-choose-title = { $count ->
    [one] Choose the day
   *[other] Choose the days
}
polls-proposed = What fits best is ticked. You may choose something else.
polls-none-does = None of these moments does: each lacks somebody who must be there, or enough people. Choose one all the same, or ask for other days.
polls-not-enough-do = Only { $count } of { $wanted } meetings fit.
polls-pick = Moments
polls-pick-none = Choose at least one moment.
polls-pick-past = One of these moments is over. Choose another.
polls-lacks = { $names } cannot
polls-too-few = too few people
polls-open-fit = still waits for answers
polls-fits = fits
polls-decide-text = Everybody gets an invitation with a calendar file. Only the facilitator and the organiser see a draft.
polls-later-title = More time, or not after all
polls-later-text = People can answer until and including { $until }.
polls-later = Change the last day
polls-stop = Stop asking
polls-stop-text = The link in the mails will say that no answer is needed any more. The answers stay here, and no meeting comes of it.
polls-stop-sure = Stop the question
polls-subject-asked = When can you make it? { $title }
polls-first-asked = { $count ->
    [one] We are looking for a moment for { $title } ({ $group }).
   *[other] We are looking for { $count } moments for { $title } ({ $group }).
} Say for each whether you can make it. It takes a minute.
polls-subject-reminder = One more thing: when can you make it? { $title }
polls-first-reminder = We do not know yet when you can make it for { $title } ({ $group }). Will you tell us?
polls-subject-complete = Everybody has answered: { $title }
polls-first-complete = Everybody has said when they can make it for { $title } ({ $group }). Choose the day now; Kring then invites everybody.
polls-subject-closed = Time to choose: { $title }
polls-first-closed = The last day to answer is over for { $title } ({ $group }). Choose the day now; Kring then invites everybody.
polls-ask = Say when you can make it:
polls-ask-choose = Choose the day:
polls-link-note = This link is yours. Do not pass it on: whoever opens it answers as you.
polls-waiting = { $title }: say when you can make it
polls-open-title = Dates still to be chosen
polls-line-video = Online: the address follows with the invitation
