# The paper pack: agenda, your agreements, step cards, sheet to sign, evaluation.

packs-title = On paper
packs-lead = Everything to hold the meeting without screens: agenda, step cards, a list to sign and an evaluation form. The case is not in it, because paper gets lost.
packs-print = Print everything
packs-to-meeting = To the meeting
packs-to-method = To the method
packs-agreements = Read them together before anybody tells a case. Whoever is new or has doubts says so now.
packs-agenda = Agenda
packs-no-agenda = This meeting has no agenda yet.
packs-for = { $count ->
    [one] Times for one participant.
   *[other] Times for { $count } participants.
}
packs-when = When
packs-what = What
packs-minutes = Minutes
packs-minutes-short = min
packs-untimed = no clock
packs-step = Step { $number } of { $of }
packs-times = { $count } times
packs-speaks = Speaks
packs-listens = Listens
packs-nobody = Nobody: it is silent
packs-sign-in = Who is here
packs-date = date
packs-name = Name
packs-arrived = Came
packs-left = Left
packs-signature = Signature
packs-sign-in-note = This list is for attendance only. Write nothing about the content on it.
packs-evaluation = How was it?
packs-evaluation-lead = Fill this in without your name. You may skip any question. Fold the sheet and give it to the facilitator.
packs-scan = Rather on your phone? Scan this code.
packs-disagree = not at all
packs-agree = fully
