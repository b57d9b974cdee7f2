# The room: door, steps, clock, writing, cards, report.

room-open = Open the circle
room-open-refused = The facilitator opens the circle, from a quarter of an hour before the start.
room-come-in-first = Come into the circle first. What you typed is still on the previous page.
room-door-open = { $count ->
    [0] The circle is open. Nobody is in yet.
    [one] The circle is open. One person is in.
   *[other] The circle is open. { $count } people are in.
}
room-door-left = You stepped out of the circle. Your seat is still there.
room-door-yours = You lead this meeting. Open the circle, and the others can come in.
room-door-closed = The circle is not open yet. The facilitator opens it, from a quarter of an hour before the start.
room-door-kept = What you write in the circle is kept at once. The organiser does not read along.
room-refresh = Refresh this page
room-screen-more = More on your own screen:
room-to-screen = To the big screen
room-to-meeting = To the meeting
room-leave = Step out of the circle
room-somebody = Seat { $number }
room-typed = This is what you filled in:
room-line-live = Connected
room-line-polling = Connected by a detour. The page looks for news every few seconds.
room-line-waiting = No connection. What you see may be out of date; what you type is kept on this device.
room-line-sending = Sending…
room-line-saved = Saved
room-line-kept = Waiting for a connection. Your text is safe on this device.
room-line-late = The group has moved on. Your text is still here; you can still send it.
room-line-closed = The meeting is closed, so this text cannot be added any more. Copy it if you want to keep it; the group has not seen it.
room-line-drop = Throw this text away
room-circle = The circle
room-circle-people = In the circle are { $names }.
room-circle-speaks = Speaking now: { $names }.
room-circle-owner = The case is { $names }'s.
room-circle-wrote = { $wrote } of { $of } have written something.
room-clock = The clock
room-clock-lobby = soon
room-clock-untimed = no clock
room-clock-over = over time
room-clock-stands = paused
room-clock-left = left
room-time-half = Half of the time has passed.
room-time-minute = One minute left.
room-time-zero = The time is up.
room-window-until = until { $time }
room-window = This part is open until { $day }, { $time }. Then the next one opens by itself.
room-window-done = { $done } of { $of } have done their part.
room-window-yours = Your part is still to do. Do it when it suits you.
room-window-yours-done = Your part is done. There is nothing more to do now.
room-window-longer = One day longer
room-opened-subject = ‘{ $title }’: your part is open
room-opened = Dear { $name },

    In ‘{ $title }’ the step ‘{ $step }’ is open. { $until }

    Do your part when it suits you, here:
    { $link }

    Kring
room-reminder-subject = Your part of ‘{ $title }’ is still to do
room-reminder = Dear { $name },

    In ‘{ $title }’ the group is at the step ‘{ $step }’. Your part is still to do. { $until }

    Do it when it suits you, here:
    { $link }

    This is the only reminder for this step. Have you done your part meanwhile? Then there is nothing you need to do.

    Kring
room-people = Who is here
room-give-turn = Give the turn
room-ready-count = Ready: { $ready } of { $of }
room-is-lead = leads
room-is-owner = brings the case
room-is-you = you
room-is-away = away
room-has-turn = has the turn
room-wrote = has written
room-is-ready = ready
room-is-guest = guest
room-is-without-line = without a connection
room-only-watches = watches
room-watching = Only watching
room-watching-text = Somebody who only watches sees what the whole group sees. They write nothing, nobody waits for them, and they do not get the report. It holds for this meeting, and can be changed back.
room-watch-who = Who only watches?
room-watch = Let them only watch
room-watch-no-more = { $name } takes part again
room-names-shown = Whoever watches sees the names in the circle now.
room-names-hide = Hide the names from whoever watches
room-names-hidden = Whoever watches sees no names now, and no big screen.
room-names-show = Let whoever watches see the names
room-lobby = You are in. As soon as it begins, this tells you what to do.
room-lobby-lead = Wait until everybody is in, then begin. Whoever comes later lands in the right step.
room-lobby-screen = Open the meeting on your phone or laptop and come in.
room-closed-title = Until next time
room-closed = The meeting is closed. Whoever was there finds the report here.
room-over-title = The meeting is over
room-over = { $count ->
    [0] The report will appear here.
    [one] { $names } now looks at what stays in the report. Then it appears here.
   *[other] { $names } now look at what stays in the report. Then it appears here.
}
room-over-owner = See what stays in the report, then release it.
room-round = round
room-round-of = { $label } { $round } of { $of }
room-side-talk = Side conversation: the clock stands still.
room-your-turn = It is your turn
room-turn-done = Done speaking
room-pass = I pass
room-turn-of = { $name } is speaking.
room-may-speak = You may speak now.
room-silence = It is silent now. Nobody speaks.
room-turn-then-you = { $name } is speaking. You come next.
room-write-now = You write something down now.
room-write-if-you-like = You may write something down.
room-write-for-yourself = You may make a note for yourself.
room-written = What you wrote is in.
room-listen = You listen now.
room-me-outside = You sit outside the circle now and listen.
room-me-back = You sit with your back to the circle now.
room-me-away = You have stepped out of the room for now.
room-me-camera-off = Turn off your camera and microphone now. You only listen.
room-owner-outside = { $count ->
    [one] { $names } sits outside the circle and listens.
   *[other] { $names } sit outside the circle and listen.
}
room-owner-back = { $count ->
    [one] { $names } sits with their back to the circle.
   *[other] { $names } sit with their backs to the circle.
}
room-owner-away = { $count ->
    [one] { $names } has stepped out of the room for a moment.
   *[other] { $names } have stepped out of the room for a moment.
}
room-owner-camera-off = { $count ->
    [one] { $names } has camera and microphone off and listens.
   *[other] { $names } have camera and microphone off and listen.
}
room-group = Table { $number }: you with { $names }
room-group-next = Next with { $names }
room-table-link = To the video room of table { $number }
room-table = Table { $number }
room-you-ask = { $count ->
    [one] You ask, { $names } thinks along.
   *[other] You ask, { $names } think along.
}
room-you-ask-in-turn = You and { $others } take turns asking, { $names } thinks along.
room-you-think = { $count ->
    [one] { $names } asks, you think along.
   *[other] { $names } take turns asking, you think along.
}
room-your-question-is-on = Your question is on the table now.
room-question-of = { $name }'s question is on the table now.
room-you-are-ready = You are ready. Take your time.
room-not-ready = Not yet after all
room-ready = I am ready
room-next-is = Next:
room-look-back-at = Look back at { $title }
room-look-back = Look back
room-looking-back = You are looking back. Nothing changes here.
room-back-to-group = Back to the group
room-nothing-seen = Nothing lies on the table in this step.
room-group-is-at = The group is now at: { $title }.
room-case = The case
room-case-of = Brought by { $names }
room-field-open = Everybody sees this.
room-field-closed = Only you see this, until you show it.
room-field-fill = Fill in
room-agenda = The meeting
room-done = (done)
room-lead = You lead
room-take-back = Take the lead back
room-take-over = Take over the lead
room-begin = Begin the meeting
room-say = Say this now
room-tip = Note:
room-reveal = { $count ->
    [one] Show the text
   *[other] Show all { $count } texts
}
room-next = Next step
room-back = Step back
room-pause = Pause
room-resume = Resume
room-start-clock = Start the clock
room-plus = +{ $minutes } min
room-time-out = Time-out
room-time-in = Back to the step
room-behind = Ends around { $time }, { $minutes } min later than planned.
room-ahead = Ends around { $time }, { $minutes } min earlier than planned. There is room.
room-on-time = On schedule, ends around { $time }.
room-end-early = Stop early
room-end-early-text = The steps to come are dropped. Everything written is kept.
room-end-button = End the meeting now
room-who-owns = Who brings the case?
room-make-owner = Brings the case
room-entry-in = { $label }: your text is in.
room-send = Send
room-sees = Seen by: { $who }.
room-of-words = of at most { $count } words
room-too-long = This is too long. Make it shorter.
room-most-sentences = { $count ->
    [one] One sentence.
   *[other] At most { $count } sentences.
}
room-entries = { $used } of { $max } written.
room-choose = Choose…
room-survey = Anonymous to the group: your name is not on it and nobody in the circle sees your answers. Nothing shows until there are five answers.
room-scale-least = not at all
room-scale-most = completely
room-yes = Yes
room-no = No
room-position = Where do you stand, between { $from } and { $to }?
room-row = In which row? Choose one or type a new one.
room-row-head = Row
room-first-row = The first row comes with the first card
room-without-row = Without a row
room-move = Move
room-move-to = To
room-moved-to = Moved to
room-at-position = At { $position } of 100
room-my-cards = Yours
room-cards = On the table
room-to-weigh = still to weigh
room-not-weighed = not weighed
room-notes = { $count ->
    [0] My notes
   *[other] My notes ({ $count })
}
room-notes-whose = Only you see this. Your notes stay with you, after the meeting as well.
room-note-label = New note
room-note-hint = What do you want to remember?
room-note-keep = Keep
room-note-drop = Throw away
room-of-you = Yours
room-of-nobody = Without a name
room-not-shown-yet = not shown yet
room-only-you = not visible to everybody
room-late = sent after the step
room-unfinished = unfinished, the time was up
room-takes-along = { $name } takes this with them
room-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
room-need = What do you need to go along with it?
room-change = Change
room-change-label = Your text
room-change-send = Save the change
room-smart-specific = One more question: what exactly will you do? Think of a first step that somebody else could see.
room-smart-measurable = One more question: how will you notice that it worked?
room-smart-achievable = One more question: could it be smaller? Choose something you can do yourself.
room-smart-time-bound = One more question: when will you look back?
room-remove = Take away
room-pick = I take this with me
room-pick-core = This is the central question
room-pick-why = Why this one? (may stay empty)
room-pick-this = Choose this one
room-unpick = Not after all
room-dot-more = Give a dot
room-dot-less = Take a dot away
room-dots-left = { $count ->
    [0] You have given all your dots.
    [one] You have 1 dot left.
   *[other] You have { $count } dots left.
}
room-my-dots = { $count ->
    [one] 1 dot of yours
   *[other] { $count } dots of yours
}
room-cases = Which case?
room-no-cases = There is no case yet. Bring one in.
room-chosen = chosen
room-choose-this = Choose this one
room-choose-way = Choose { $way }
room-vote-case = Vote
room-votes-left = { $count ->
    [0] You have voted.
    [one] You have 1 vote left.
   *[other] You have { $count } votes left.
}
room-vote-back = Take a vote back
room-my-votes = { $count ->
    [one] 1 vote of yours
   *[other] { $count } votes of yours
}
room-propose = Bring a case in
room-propose-title = Title
room-propose-hint = A few words in which nobody can be recognised.
room-propose-sentence = Your question in one sentence
room-propose-send = Put on the list
room-modules = Choose a form
room-volunteer = I will do it
room-draw = Draw
room-unlock = Show: { $label }
room-actions = Actions from last time
room-action-note = What helped, or what is the next step? (may stay empty)
room-action-done = Done
room-action-half = Half
room-action-not = Not done
room-take = I take this one with me
room-taken = Taken
room-own-words = Your words
room-own-empty = Nothing in it is yours.
room-review = What stays?
room-review-text = Leave out what does not belong in the report. The others see it only when you release it.
room-report-kicker = Report
room-report-online = Online
room-report-in-the-room = On location
room-report-hybrid = On location and online
room-report-looked-back = Looking back on actions
room-review-together = { $names } decide about the report as well. Each releases their own case; a case of two people goes out once both do.
room-review-wait = You decide about your own words. Leave out what does not belong in the report.
room-release = Release the report
room-release-to = This goes to { $names }. After that nothing can be changed.
room-released-to = Released to { $names }.
room-print = Print the report
room-report-not-yours = The report is for those who were there.
room-report-empty = Nothing was written.

room-report-people = { $names } took part.
room-report-draft = This report has not been released yet: it holds what you may see now.
room-report-notes = Your notes
room-report-confidential = Confidential: only for those who were there.

room-mail-draft-subject = The report of { $title } waits for you
room-mail-draft = { $days ->
    [one] The report of "{ $title }" has been waiting for a day. You decide what stays in it, and then release it to those who were there:
   *[other] The report of "{ $title }" has been waiting for { $days } days. You decide what stays in it, and then release it to those who were there:
}
room-mail-draft-stays = Until then nobody sees it, not even the others of your group. You will not get a second mail about this.
room-mail-unreleased-subject = The report of { $title } is not released yet
room-mail-unreleased = The report of "{ $title }" is not released after { $days } days. Only whoever brought the case can do that, and they were reminded once. You led this meeting:
room-mail-unreleased-ask = It may help if you ask. Until the report is released nobody else can read it. You will get no second mail about it.
room-export = Take it with you
room-export-text = What you may see now, as a file.
room-export-md = Text (Markdown)
room-export-csv = Spreadsheet (CSV)
room-export-json = Data (JSON)
room-sheet-part = Part
room-sheet-case = Case
room-sheet-kind = Kind
room-sheet-step = Step
room-sheet-text = Text
room-sheet-author = From
room-sheet-taken = Taken along by
room-sheet-why = Why
room-sheet-note = Remark
room-kind-core-question = The central question
room-kind-advice = Advice
room-kind-insight = Insights
room-kind-idea = Ideas
room-kind-action = Actions
room-kind-lesson = What we learned
room-kind-question = Questions
room-kind-fact = Facts
room-keep = Keep after all
room-strike = Leave out
room-struck = stays out of the report

room-group-time = Your own time
room-group-begin = We begin
room-group-stands = stands still
room-group-done = We are done
room-group-is-done = You are done.
room-group-not-done = Go on after all
room-tables = Tables
room-tables-done = { $done } of { $count } done
room-table-follows = follows the clock of the step
room-table-stands = stands still
room-table-late = runs over
room-table-is-done = done

room-propose-with = Together with somebody?
room-propose-with-hint = May stay empty. You will decide together what of the case stays in the report.
room-propose-alone = No, it is mine alone
room-release-part = Release your part
room-release-waits = Your part is released. The report still waits for { $names }.
room-released-parts = Released already
room-next-time = Next time
