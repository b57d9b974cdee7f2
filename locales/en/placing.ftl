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
