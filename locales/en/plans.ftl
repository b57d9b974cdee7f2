# The plan of a meeting: its methods, what may be set in them, and whether people meet or write.

plans-title = Agenda of the meeting
plans-lead = Choose what you will do. Once saved you see at once how long it takes; the room opens with it.
plans-now = As it is now
plans-change = Change it
plans-save = Save
plans-together = { $minutes } minutes in all with { $people } people, of the { $has } there are.
plans-too-long = That is { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} too long. Choose less, or leave a step out.
plans-until = The last part can be done until { $day }, { $time }.
plans-pace = How do you work?
plans-live = Together, at one moment
plans-live-text = In a room or online, with a clock.
plans-written = In writing, over days
plans-written-text = Everybody in their own time. Each part is open for a few days; whoever belongs to it gets a mail when it opens.
plans-method = Method
plans-steps = Steps you may leave out:
plans-changed = Somebody else changed the agenda meanwhile. Below is how it is now; change it again from there.
plans-closed = The room is open already, or the meeting is over. While it goes on, change the plan in the room.
plans-number = Choose a number from { $min } to { $max }.
plans-choose = Choose one of these.
