# Applying for a programme, and deciding about it.

enrolment-title = Apply
enrolment-lead = You need no account. You get a confirmation by mail at once.
enrolment-who = Who you are
enrolment-about = About your work
enrolment-name = Your name
enrolment-name-hint = As you want the group to call you.
enrolment-mail = Your mail address
enrolment-mail-hint = The answer comes here.
enrolment-optional = { $question } (may stay empty)
enrolment-consent-missing = Tick this if you agree; you cannot apply without.
enrolment-choose-missing = Please choose something here.
enrolment-choose-again = The form has just changed. Please choose again.
enrolment-only = Only if { $what }.
enrolment-after = ‘{ $question }’ is ‘{ $answer }’
enrolment-after-agreed = you agree with ‘{ $question }’
enrolment-agreed = Agreed
enrolment-privacy = Only the organisers of { $organisation } read your answers. The mail lets you see your application and take it back.
enrolment-send = Send your application
enrolment-closed-text = There may be another round. The page of the programme says whom to ask.
enrolment-to-programme = To the page of the programme
enrolment-applied = Your application has been sent
enrolment-applied-text = There is nothing you need to do now.
enrolment-applied-mail = You get a mail with a link of your own. It shows how things stand and lets you take your application back.
enrolment-applied-decision = { $organisation } looks at your application.
enrolment-applied-then = The answer comes by mail as well.
enrolment-applied-no-mail = No mail? Look among unwanted mail, or check your address and apply once more.

enrolment-state-applied = New
enrolment-state-waiting = Waiting list
enrolment-state-offered = Place offered
enrolment-state-admitted = Admitted
enrolment-state-refused = Refused
enrolment-state-withdrawn = Taken back
enrolment-state-lapsed = Offer lapsed
enrolment-moment = { $day }, { $time }
enrolment-sent = Applied on { $moment }
enrolment-own = Your application
enrolment-your-answers = What you filled in
enrolment-next-applied = The organisation looks at your application. The answer comes by mail.
enrolment-next-waiting = You are on the waiting list. When a place becomes free, you get a mail.
enrolment-next-offered = There is a place for you. Say whether you take it.
enrolment-next-lapsed = The place went to somebody else, because no answer came in time. You can apply again.
enrolment-next-admitted = You are taking part. Sign in to Kring with your mail address to see what comes.
enrolment-next-refused = Your application was refused.
enrolment-next-withdrawn = You took your application back. You can always apply again.
enrolment-to-my = To My Kring
enrolment-kept-until = The place is yours until { $moment }.
enrolment-take = I take the place
enrolment-cannot-short = Can you not come, or not want to any more?
enrolment-withdraw-text = Your application leaves the list. You can apply again after that, at the end of the line.
enrolment-decline-text = The place goes to whoever comes after you.
enrolment-withdraw = Take my application back
enrolment-leave-text = You will no longer take part in this programme.
enrolment-leave-meetings = You leave the lists of meetings that are still to come, and get no more mail about them.
enrolment-leave-place = Your place goes to whoever is on the waiting list.
enrolment-leave-kept = What was kept of earlier meetings stays, your certificate too.
enrolment-leave = Leaving { $programme }
enrolment-leave-now = I leave

enrolment-builder-lead = Whoever applies fills in this form. You decide about each application afterwards.
enrolment-places = Places
enrolment-enrols = People can apply
enrolment-enrols-hint = They really can once the state of the programme is Open.
enrolment-until = Last day
enrolment-until-hint = Empty: as long as it is open.
enrolment-room = Number of places
enrolment-room-hint = Empty: no limit.
enrolment-manner = When a place becomes free
enrolment-promote = The first on the waiting list has it at once
enrolment-offer = It is offered to the first on the waiting list
enrolment-hours = How long an offered place is kept, in hours
enrolment-form = The form
enrolment-form-text = Name and mail address are always asked. The rest is up to you.
enrolment-preview = Look at the form
enrolment-preview-text = This is how the form looks. Nothing is sent.
enrolment-preview-back = Back to the questions
enrolment-fixed = always
enrolment-may-skip = may stay empty
enrolment-up = Up
enrolment-down = Down
enrolment-new-kind = New question
enrolment-add = Add
enrolment-question = Question
enrolment-kind-line = Short answer
enrolment-kind-text = Long answer
enrolment-kind-choice = Choose one answer
enrolment-kind-several = Choose several answers
enrolment-kind-number = Number
enrolment-kind-day = Date
enrolment-kind-register = Registration number
enrolment-kind-organisation = Practice or organisation
enrolment-kind-consent = Consent
enrolment-kind-half-days = Free half days
enrolment-legend-text = The question
enrolment-legend-answer = The answer
enrolment-legend-when = When do you ask this?
enrolment-asked = What do you ask?
enrolment-sentence = What does somebody agree with?
enrolment-hint = Explanation below it
enrolment-required = An answer is needed
enrolment-becomes = Put the answer into the profile as
enrolment-becomes-hint = You can compose groups with it later.
enrolment-becomes-nothing = nowhere
enrolment-becomes-job = profession
enrolment-becomes-region = region
enrolment-becomes-since = works since (year)
enrolment-becomes-wishes = wishes
enrolment-replies = Answers to choose from
enrolment-replies-hint = One on each line.
enrolment-replies-en-hint = On the same lines. Empty: everybody sees the Dutch ones.
enrolment-replies-twice = Two answers are the same. Make them different.
enrolment-replies-count = Write { $least } to { $most } answers, each on a line of its own.
enrolment-replies-lines = Write as many lines as in Dutch: { $count }.
enrolment-least = Smallest number
enrolment-most = Largest number
enrolment-span-wrong = The largest number is smaller than the smallest.
enrolment-any-register = People choose a register themselves
enrolment-when-text = Choose nothing to ask this always. If you choose more than one, any of them will do.
enrolment-remove = Remove this question
enrolment-remove-text = The question leaves the form. Answers that were given stay with the applications.
enrolment-meanwhile = Somebody else has just changed this. What you filled in is still there. Open the page again to see how it is now, or save once more to let your version count.

enrolment-none = No applications yet
enrolment-none-text = Share the address of the page. First see whether people can apply, and what you ask them.
enrolment-free = { $count ->
    [0] No place free
    [one] One place free
   *[other] { $count } places free
}
enrolment-line-text = Whoever stands at the top comes first.
enrolment-you-wrote = What was written with it
enrolment-mail-preview = This mail goes out
enrolment-decide-send = Decide and send
enrolment-admit = Admit
enrolment-refuse = Refuse
enrolment-will-have-place = There is a place: this person takes part at once.
enrolment-will-wait = { $ahead ->
    [0] All places are taken: this person comes first on the waiting list.
    [one] All places are taken: this person goes onto the waiting list, behind one other.
   *[other] All places are taken: this person goes onto the waiting list, behind { $ahead } others.
}
enrolment-note = Write something with it
enrolment-reason = Reason
enrolment-reason-hint = Goes into the mail word for word.
enrolment-look = Look at the mail
enrolment-is-in = This person takes part. People leave themselves, with the link in the mail or on the page of the programme.
enrolment-dear = Dear { $name },
enrolment-subject-received = Your application for { $programme }
enrolment-first-received = We have received your application for { $programme }.
enrolment-subject-again = You had already applied for { $programme }
enrolment-first-again = You applied for { $programme } again. Your first application counts; nothing has changed. If you want to fill in something else, take it back and apply again.
enrolment-subject-admitted = You are taking part: { $programme }
enrolment-first-admitted = Good to have you in { $programme }. There is a place for you.
enrolment-subject-waiting = Waiting list: { $programme }
enrolment-first-waiting = You are admitted to { $programme }, but all places are taken. { $ahead ->
    [0] You come first on the waiting list.
    [one] There is one other in front of you on the waiting list.
   *[other] There are { $ahead } others in front of you on the waiting list.
}
enrolment-subject-offered = There is a place: { $programme }
enrolment-first-offered = A place has become free in { $programme }. You come first on the waiting list, so you can take it.
enrolment-subject-refused = Your application for { $programme }
enrolment-first-refused = Thank you for applying for { $programme }. Unfortunately you cannot take part.
enrolment-subject-lapsed = The place was passed on: { $programme }
enrolment-first-lapsed = You did not take the place in { $programme } in time. It went to whoever is next on the waiting list. You can apply again.
enrolment-subject-withdrawn = You are not taking part: { $programme }
enrolment-first-withdrawn = You took yourself off { $programme }. If that was not you, please let us know.
enrolment-then = The organisation looks at your application and answers by mail.
enrolment-see = Here you see how it stands, and can take your application back:
enrolment-next = Your group and the meetings are here. Sign in with this mail address:
enrolment-cannot = Can you not come after all? Pass your place on:
enrolment-take-before = The place is kept for you until { $day }, { $time }.
enrolment-take-here = Take the place, or say that you no longer want it:
enrolment-organiser-wrote = The organisation writes:
    { $text }
enrolment-questions = Questions? { $contact }

enrolment-settled = Settled
enrolment-newer = Newer
enrolment-older = Older
enrolment-page = Page { $page } of { $last }
