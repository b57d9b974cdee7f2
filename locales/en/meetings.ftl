# Meetings: lists, the page of one, invitations, actions.


meetings-moment = { $date }, { $from }–{ $to }

meetings-times = from { $from } to { $to }

meetings-until = until { $time }
meetings-online = Online
meetings-no-place = Place to follow
meetings-video = To the video call
meetings-when = When
meetings-where = Where
meetings-planned = Planned
meetings-now = Going on now
meetings-over = Over
meetings-cancelled = Cancelled
meetings-circle = The circle

meetings-circle-people = In the circle sit { $names }.
meetings-agenda = Agenda
meetings-agenda-none = There is no agenda yet.

meetings-end = End { $time }.

meetings-spare = { $minutes } minutes to spare.
meetings-cases = Case

meetings-case-of = Brought by { $name }
meetings-case-spare = on the reserve list
meetings-people = Who comes
meetings-people-over = Who was there
meetings-to-attendance = Attendance
meetings-to-evaluation = What did people think of it?
meetings-attendance = Attendance
meetings-attendance-programme = Programme
meetings-attendance-count = Present
meetings-attendance-none = There is no attendance yet. It appears here once a meeting in the circle is over.
meetings-attendance-not-you = There is no attendance of yours here.
meetings-attendance-note = Minutes without breaks. This list says nothing about what was discussed.
meetings-attendance-csv = Download as a spreadsheet (CSV)
meetings-attendance-print = Print the list
meetings-role-participant = participant
meetings-role-guest = guest
meetings-role-observer = observer
meetings-brought-case = brought a case
meetings-in-the-room = On location
meetings-confirmed-start = start
meetings-confirmed-end = end
meetings-corrected = corrected
meetings-column-date = Date
meetings-column-from = From
meetings-column-to = To
meetings-column-group = Group
meetings-column-name = Name
meetings-column-job = Job
meetings-column-organisation = Organisation
meetings-column-role = Role
meetings-column-arrived = Arrived
meetings-column-left = Left
meetings-column-minutes = Minutes
meetings-column-place = How
meetings-column-confirmed = Confirmed
meetings-column-corrected = Correction
meetings-column-signature = Signature
meetings-role-facilitator = facilitator
meetings-role-speaker = guest speaker
meetings-only-watches = Let them only watch
meetings-takes-part = { $name } takes part again
meetings-watching = Only watching
meetings-watching-who = Who only watches?
meetings-watching-choose = Choose…
meetings-watching-text = Somebody who only watches writes nothing and gets no report. Whether they see names you choose in the room.
meetings-watch-in-room = The room is open already, or the meeting is over. While the room is open you do this there, with the people.
meetings-declined = sent apologies
meetings-absent = was not there
meetings-script = See the script
meetings-rehearse = Rehearse first
meetings-pack = On paper
meetings-print = Print this page
meetings-room = Are you working together right now? In the circle everybody has the steps and the time on their own screen.
meetings-open-room = Open the circle
meetings-to-room = To the circle
meetings-ask-planned = Put the date in your diary and think of a question you would like to bring.
meetings-ask-now = The meeting has begun. Take part and write along with what is asked.
meetings-ask-owner = You bring a case. Tell in five minutes what is going on and what you do in it yourself, without names or other details that identify people.
meetings-ask-facilitator = You facilitate. Read the script of the method and see whether the times fit the agenda.
meetings-ask-speaker = You are the guest. Here you see this one meeting: when, where and what is on the agenda.
meetings-ask-organiser = As organiser you see when this meeting is and who comes. You do not see cases.
meetings-ask-over = This meeting is over. Look back on what came out of it and what you were going to do.
meetings-ask-over-organiser = This meeting is over. What was said stays with the group; you see who was there.
meetings-ask-over-not-there = This meeting is over. What was said stays with those who belonged to it.
meetings-ask-cancelled = This meeting does not take place. Your organiser will tell you when the next one is.
meetings-agreements-first = Accept the agreements first. After that you also see the cases here, and what came out of the meeting.
meetings-to-agreements = Read the agreements
meetings-outcome = What came out of it
meetings-outcome-none = Nothing was kept of this meeting.
meetings-outcome-note = Only those who belonged to this meeting see this.
meetings-takes-along = { $name } takes this along

meetings-outcome-owner = Only those who belonged to this meeting see this. What is kept is what { $names } wanted to keep.
meetings-only-you = Only for you

meetings-only-owner = From { $name }, only for the case owner
meetings-kind-core-question = The core of the question
meetings-kind-fact = Facts
meetings-kind-question = Questions
meetings-kind-insight = Insights
meetings-kind-advice = Advice
meetings-kind-idea = Ideas
meetings-kind-lesson = What people take away
meetings-actions = Actions

meetings-action-until = by { $date }
meetings-action-done = done
meetings-action-dropped = let go
meetings-action-sometime = no date
meetings-action-half = half done
meetings-action-not-yet = not done yet
meetings-invitation-goal = Goal
meetings-invitation-audience = For whom
meetings-invitation-questions = Questions people have
meetings-invitation-time = Time

meetings-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
meetings-to-plan = Change the agenda
meetings-case-cause = From a bottleneck
meetings-bottlenecks = What comes before it
