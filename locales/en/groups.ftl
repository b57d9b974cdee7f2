# The page of a group, and one's own page.


groups-hello = Hello { $name }
groups-nothing-title = Nothing is planned
groups-nothing-text = As soon as your organiser plans a meeting, it shows here. Meanwhile, have a look at the methods.
groups-next = Next
groups-to-meeting = To the meeting
groups-my-actions = What I will do
groups-draft = The report of "{ $title }" waits for you. See what stays in it and release it; until then nobody sees it.
groups-draft-look = Look at the report
groups-my-actions-none = You have no open actions.
groups-after-that = After that
groups-mine = My groups
groups-mine-none = You do not belong to a fixed group yet.
groups-role-facilitator = facilitator
groups-role-organiser = organiser
groups-role-participant = participant

groups-summary = { $count ->
    [one] 1 participant.
   *[other] { $count } participants.
}

groups-summary-led = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}, led by { $names }.
groups-coming = What comes
groups-coming-none = No next meeting is planned yet. Agree on the next date at the end of each meeting.
groups-past = What was
groups-topics = Topics
groups-topics-coming = Still on the list
groups-topics-discussed = Discussed

groups-guest = with { $guest }
groups-ideas = Idea cards
groups-ideas-note = From the first meetings of all groups. You may ask whoever tries one how it goes.

groups-idea-from = From { $origin }

groups-idea-tried = Tried by { $names }
groups-interventions = What practices chose
groups-practice = Practice
groups-chosen = Changes
groups-intervention-chosen = chosen
groups-intervention-started = started
groups-intervention-embedded = part of the routine
groups-members = Who belongs
groups-facilitator = facilitator

groups-organiser-note = As an organiser you see the group, the dates and the list of topics. Cases and results stay within the group.
