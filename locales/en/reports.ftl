# What can be counted of a programme.

reports-overview = Overview
reports-groups = Groups
reports-group = Group
reports-people = Participants
reports-held = Held
reports-coming = Still planned
reports-came = Present
reports-percent = { $share }%
reports-to-do = What needs attention now
reports-to-do-none = Nothing. Every group has a next meeting, and nobody is waiting for you.
reports-applied = { $count ->
    [one] One application is waiting for your answer
   *[other] { $count } applications are waiting for your answer
}
reports-waiting = { $count ->
    [one] One person is on the waiting list
   *[other] { $count } people are on the waiting list
}
reports-failed = { $count ->
    [one] One mail of the last thirty days did not arrive
   *[other] { $count } mails of the last thirty days did not arrive
}
reports-stuck = { $count ->
    [one] One mail could not be sent yet
   *[other] { $count } mails could not be sent yet
}
reports-concerned = { $count ->
    [one] One group needs attention
   *[other] { $count } groups need attention
}
reports-soon = Next meetings
reports-soon-none = Nothing is planned yet. Plan meetings from the page of a group.
reports-expected = { $coming } of { $listed } expected
reports-all-groups = All groups
reports-no-groups = There are no groups yet
reports-no-groups-text = Admit people first. Then you put them into groups.
reports-no-groups-open = This programme has open meetings and no fixed groups.
reports-attention = Attention
reports-last = Last
reports-next = Next
reports-fine = Fine
reports-silent = Silent: nothing planned, and long or never together
reports-nothing-ahead = Nothing planned yet
reports-no-facilitator = No facilitator
reports-small = { $count ->
    [0] Nobody in the group yet
    [one] Only one participant
   *[other] Only { $count } participants
}
reports-large = Large: { $count } participants
reports-left-open = { $count ->
    [one] One meeting is over and not closed
   *[other] { $count } meetings are over and not closed
}
reports-absent = People are often absent
reports-no-content = You only see numbers and dates here. What a group talks about stays in the group.
