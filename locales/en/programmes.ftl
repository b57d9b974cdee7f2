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
