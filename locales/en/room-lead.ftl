# The room for whoever leads: steps, time, people, plan, keys.

room-finish = End the meeting

room-wrote-count = Written: { $wrote } of { $of }.

room-still-busy = Still busy: { $names }.

room-minus = −{ $minutes } min
room-skip = Skip this step
room-skip-reason = Why skip it? (may stay empty)
room-all-steps = All steps
room-go-there = Go there
room-left-out = left out
room-untimed = no clock

room-minutes = { $minutes } min

room-minutes-times = { $minutes } min, { $times } more times

room-win-time = Win back time: then it ends around { $time }

room-win-off = { $step } ({ $minutes } min) is left out

room-win-shorter = { $step }: { $new } instead of { $old } min
room-win-button = Change the plan like this
room-plan = Time and plan

room-plan-ends = With this plan the meeting ends around { $expected }. Planned was { $planned }.
room-optional = may be left out
room-take-in = Do it after all
room-leave-out = Leave out

room-leave-out-ends = Leave out, ends { $time }
room-then-ends = then it ends around { $time }
room-regroup = Make new groups
room-order = These steps may change places
room-earlier = Earlier
room-more = Time left?

room-second-case = One more case: { $name }
room-other-method = Add another method
room-talks = Side conversation
room-talk-disturbance = Something came up
room-talk-disturbance-text = A phone, an emotion, somebody who must leave: that comes first.
room-talk-meta = How are we talking?
room-talk-meta-text = Look together at how the conversation goes.
room-talk-strategy = How do we go on?
room-talk-strategy-text = Choose together what you do now.
room-turn-now = Has the turn
room-turn-queue = After that
room-turn-passed = Passed, comes back
room-turn-counts = Turns so far

room-turns-of = { $name } { $count }

room-next-turn-of = Next turn: { $name }
room-last-turn = The last turn is done

room-stands-in = { $name } took over the lead while { $absent } was away for a moment.
room-stands-in-line-lost = { $name } took over the lead, because the connection of { $absent } is lost.
room-stands-in-left = { $name } took over the lead, because { $absent } has stepped out of the circle.
room-nobody-leads = Nobody leads now.

room-lead-line-long-lost = The connection of { $name } has been lost for more than a minute.
room-lead-long-gone = { $name } stepped out of the circle more than a minute ago.

room-lead-line-lost = The connection of { $name } is lost. The clock goes on.
room-lead-left = { $name } has stepped out of the circle. The clock goes on.

room-take-over-wait = { $seconds ->
    [one] You can take over the lead in 1 second.
   *[other] You can take over the lead in { $seconds } seconds.
}
room-type-for = Type for somebody else
room-type-for-text = For whoever has no phone or laptop. It carries the name of the person you choose.
room-type-whom = For whom do you type?
room-people-manage = People and roles
room-hand-over-to = Who leads from here?
room-hand-over = Hand over the lead
room-see-off-who = Who has gone?
room-see-off = Note as gone
room-welcome-back-who = Who is back?
room-welcome-back = Note as back
room-role = Role
room-role-for = For whom?
room-role-give = Give the role
room-bring-name = Who takes part without a phone or laptop?
room-bring-hint = The name is enough. You type for this person; nobody waits for a device.
room-bring = Add
room-paper = The group works on paper
room-paper-name = The group, on paper
room-paper-text = One seat for everybody without a device. You type what comes out of each step.
room-attendance-correct = Check and correct attendance

room-inside = { $count ->
    [0] Nobody who takes part is in yet.
    [one] 1 participant is in.
   *[other] { $count } participants are in.
}
room-lobby-ready = Everything is there to begin.

room-too-few = { $name } needs at least { $min } participants.
room-owner-missing = Nobody brings in a case yet. Choose below who does.
room-open-screen = Open the big screen in a new window
room-plan-now = If you begin now
room-plan-at = Time
room-plan-what = Part
room-plan-long = Length
room-plan-end = End
room-attendance = Attendance
room-attendance-text = Arriving and leaving, apart from what was said. Kring notes who came in and went out; correct it where that is not right.
room-attendance-corrected = corrected by you
room-attendance-present = is here now
room-attendance-gone = has gone
room-attendance-no-device = without a device
room-attendance-from = Came at
room-attendance-to = Left at (empty: not yet)
room-attendance-place = Where
room-attendance-room = in the room
room-attendance-online = online
room-attendance-save = Save
room-back-to-room = Back to the circle
room-block = Add a part
room-block-not-now = That is possible once the meeting has begun.
room-block-fits = Fits in the planned time
room-block-longer = This makes the meeting longer
room-block-ends = { $minutes } min, then it ends around { $time }
room-keys = Keys
room-keys-text = One key, no mouse. They do nothing while you type.
room-keys-on = Switch keys on
room-keys-off = Switch keys off
room-keys-close = Close
room-keys-are-on = Keys are on.
room-keys-are-off = Keys are off.

room-key-pressed = Done: { $label }
room-key-space = space
room-key-next = next step, or begin
room-key-turn = next turn
room-key-show = show the texts
room-key-back = step back
room-key-clock = start, pause or resume the clock
room-key-plus = one minute more
room-key-minus = one minute less
room-key-talk = time-out, or go on
room-key-help = this list

room-turn-earlier = { $name } speaks earlier
room-turn-later = { $name } speaks later
room-pass-for = Pass: { $name } comes back later
room-pass-for-short = Pass
