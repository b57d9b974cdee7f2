# What people thought of a meeting.

evaluations-title = What did you think of it?
evaluations-answered = { $count ->
    [0] Nobody has filled in the questionnaire yet.
    [one] One participant filled in the questionnaire.
   *[other] { $count } participants filled in the questionnaire.
}
evaluations-meetings = { $meetings ->
    [0] There are no questionnaires yet.
    [one] { $count } questionnaires from one meeting.
   *[other] { $count } questionnaires from { $meetings } meetings.
}
evaluations-too-few = You see the answers once there are at least five. That keeps everybody anonymous.
evaluations-nameless = The answers are kept apart from each other, without a name and without a time. A question shows from five answers up.
evaluations-no-texts = You see averages of meetings with at least five answers. What people wrote is read by the facilitator only.
evaluations-print = Print this page
evaluations-average = { $average } on average
evaluations-answers = { $count ->
    [one] one answer
   *[other] { $count } answers
}
evaluations-yes = yes
evaluations-no = no
evaluations-bar = { $label }: { $count } times
