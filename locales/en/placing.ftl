# Who sits in which group.

placing-title = People and groups
placing-lead = { $count ->
    [0] Everybody has a place in a group.
    [one] One person is in no group yet.
   *[other] { $count } people are in no group yet.
}
placing-groups = Groups
placing-no-groups = There are no groups yet. Make the first one below.
placing-size = { $count } { $count ->
    [one] participant
   *[other] participants
}
placing-not-led = no facilitator yet
placing-group-name = Name of a new group
placing-make-group = Make the group
placing-show = Whom you see
placing-everybody = Everybody
placing-without = In no group yet
placing-add = Add somebody
placing-add-lead = For who does not apply, such as a facilitator.
placing-none = Nobody takes part yet
placing-none-text = Whoever you admit stands here. You can also add somebody yourself.
placing-nobody-here = There is nobody here now.
placing-form-wrong = Something is not right yet. What you ticked is still ticked.
placing-nobody = Tick at least one person.
placing-who = Who
placing-leads = leads { $group }
placing-no-group = in no group yet
placing-what = What is to happen?
placing-into = Group
placing-choose = Choose a group
placing-out = Take out of the group
placing-as = As
placing-participant = Participant
placing-facilitator = Facilitator
placing-tell = Tell them by mail
placing-do = Place
placing-note = Whoever is placed gets the invitations to what the group has planned at once. Whoever leaves a group is taken off the list of its coming meetings. What has been is kept.
placing-back = Previous
placing-further = Next
placing-name = Name
placing-mail = Mail address
placing-mail-hint = If Kring knows this address already, that person takes part under the name that stands there.
placing-wrong-mail = This is not a mail address. One looks like name@organisation.nl.
placing-subject-in = You are in { $group }
placing-first-in = You have a place in { $group } of { $programme }.
placing-subject-leads = You lead { $group }
placing-first-leads = You lead { $group } of { $programme }.
placing-subject-joined = You are taking part
placing-first-joined = You are taking part in { $programme }.
placing-led-by = The group is led by { $names }.
placing-see-group = See who else is in it and when you meet:
placing-see-own = Everything of yours is here:
placing-sign-in = Sign in with this mail address; you need no password.

placing-compose-title = Compose groups
placing-compose-lead = { $count ->
    [one] One person is in no group yet.
   *[other] { $count } people are in no group yet.
} Say what matters; Kring makes a proposal and you can move people. Nothing happens until you make the groups.
placing-compose-none = Everybody has a group
placing-compose-size = How large
placing-compose-least = At least
placing-compose-best = Preferably
placing-compose-most = At most
placing-compose-sizes = At least is the smallest number, at most the largest, and preferably lies in between.
placing-compose-rules = What counts
placing-compose-rules-hint = Kring always keeps what must always hold. The rest counts by how much it matters to you. What somebody has not filled in never counts against them.
placing-rule-apart = Who does not want to be together sits apart
placing-rule-organisation = Colleagues of one organisation sit apart
placing-rule-slot = There is a half-day on which everybody can
placing-rule-together = Who wants to be together sits together
placing-rule-language = Everybody shares a language
placing-rule-region = People from one region sit together
placing-rule-coach = The facilitator works in the region of the group
placing-rule-experience = Beginners and experienced people are mixed
placing-rule-mix = Functions are mixed
placing-rule-alone = Nobody is the only one with a function
placing-strength-always = Must always hold
placing-strength-strong = Very important
placing-strength-normal = Important
placing-strength-light = Nice to have
placing-strength-off = Does not count
placing-compose-propose = Make a proposal
placing-compose-proposal = The proposal
placing-compose-other = Another proposal
placing-compose-count = Count again
placing-compose-make = Make these groups
placing-compose-name = Name of the group
placing-compose-group = Group { $number }
placing-compose-kept = holds for everybody
placing-compose-unmet = not for { $count } { $count ->
    [one] person
   *[other] people
}
placing-compose-broken = This breaks something that must always hold. You may make the groups all the same.
placing-compose-by-hand = Choose another group for somebody and see what it changes. The score counts what is not right, by how much it matters to you: the lower, the better.
placing-compose-impossible = These cannot all always hold at the same time:
placing-compose-not-found = Kring found no groups in which all of this holds:
placing-compose-concerned = It is about { $names }.
placing-compose-loosen = Loosen one of these rules, or choose another size.
placing-compose-moved = Somebody got a place or joined meanwhile. Ask for a proposal again; your rules are still there.
placing-compose-undivided = { $count } people cannot be divided into groups of this size. Choose another smallest or largest number.
placing-compose-too-many = These are too many for a page: at most { $count } people at once.
placing-compose-taken = There is a group of this name. Choose another.
placing-compose-idle = Does not count now, because nobody has filled it in: { $rules }.
placing-into-later = Leave empty to place them later.
placing-compose-or = There are groups already. Looking for a place in one of them?
placing-compose-asked = How large, and what counts
placing-changed = Something in the groups of this programme changed meanwhile. What you chose is still there as far as it is possible. Look at it and try again.
placing-people-in = { $count } { $count ->
    [one] person
   *[other] people
}
placing-stays = In the group already: { $names }
placing-from = comes from { $group }
placing-too-small = Too small: at least { $least }.
placing-too-large = Too large: at most { $most }.
placing-breaks = This breaks something that must always hold.
placing-all-kept = Everything is right.
placing-unmet = { $count } { $count ->
    [one] thing is
   *[other] things are
} not right.
placing-unmet-counted = { $count } { $count ->
    [one] thing is
   *[other] things are
} not right (score { $score }).
placing-half-days = Everybody can: { $days }.
placing-no-half-day = There is no half-day on which everybody can.
placing-more = { $count } more
placing-score = Score { $score }
placing-always = must always hold
placing-live-moved = { $name } is in { $group } now.
placing-live-stale = Something in the groups changed meanwhile. Press Count again.
placing-live-failed = The score could not be renewed. Press Count again.
placing-live-score = Score { $score }.
placing-live-unmet = { $count ->
    [0] Everything is right.
    [one] One thing is not right.
   *[other] { $count } things are not right.
}

placing-late-title = Place who came later
placing-late-lead = { $count ->
    [one] One person takes part and is in no group yet.
   *[other] { $count } people take part and are in no group yet.
} Kring looks for a place in the groups that there are, and moves as few others as it can for it. Nothing happens until you place them.
placing-late-none = Everybody has a group
placing-late-none-text = Whoever you admit from now on is found here.
placing-late-no-groups = There are no groups with people in them yet
placing-late-no-groups-text = Compose groups first; who joins later is found here.
placing-late-nobody-moves = Everybody has a place. Nobody has to move.
placing-late-movers = Everybody has a place if { $count ->
    [one] one other person moves. You see below who that is.
   *[other] { $count } others move. You see below who they are.
}
placing-late-stuck = { $count ->
    [one] For one person no place has been chosen yet.
   *[other] For { $count } people no place has been chosen yet.
}
placing-late-stuck-text = Below you see for each group what is in the way. Kring also tried whether it works when one, two or three others move. Loosen a rule, allow larger groups, or choose a group yourself.
placing-late-not-yet = Not yet
placing-late-new = new
placing-late-full = full ({ $count } people)
placing-late-fits = { $group }: fits
placing-late-no = { $group }:
placing-late-place = Place them like this
placing-late-nobody = Choose a group for at least one person.

placing-coaches = Who leads
placing-coaches-hint = How many of these groups can somebody take, and where? Leave the region empty when it does not matter.
placing-coaches-none = There is no facilitator in this programme yet.
placing-coach-takes = Groups to take
placing-coach-regions = Regions, with commas between them
placing-coach = Facilitator
placing-coach-nobody = Nobody yet
placing-coach-lacks = No facilitator yet.
placing-coach-full = { $name } gets more groups than you said ({ $count }).
