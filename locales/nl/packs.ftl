# The paper pack: agenda, step cards, sheet to sign, evaluation.

packs-title = Op papier
packs-lead = Alles om de bijeenkomst zonder schermen te houden: agenda, jullie afspraken, stapkaarten, een lijst om te tekenen en een evaluatieformulier. De casus staat er niet in, want papier raakt weleens kwijt.
packs-print = Druk alles af
packs-to-meeting = Naar de bijeenkomst
packs-to-method = Naar de werkvorm
packs-agreements = Lees ze samen voordat iemand een casus vertelt. Wie nieuw is of twijfelt, zegt het nu.
packs-agenda = Agenda
packs-no-agenda = Deze bijeenkomst heeft nog geen agenda.

# $count (Number) - people
packs-for = { $count ->
    [one] Tijden voor één deelnemer.
   *[other] Tijden voor { $count } deelnemers.
}
packs-when = Wanneer
packs-what = Wat
packs-minutes = Minuten
packs-minutes-short = min
packs-untimed = geen klok

# $number (Number) - number of the step
# $of (Number) - of how many
packs-step = Stap { $number } van { $of }

# $count (Number) - how often
packs-times = { $count } keer
packs-speaks = Praat
packs-listens = Luistert
packs-nobody = Niemand: het is stil
packs-sign-in = Wie is er
packs-date = datum
packs-name = Naam
packs-arrived = Gekomen
packs-left = Weg
packs-signature = Handtekening
packs-sign-in-note = Deze lijst is alleen voor de presentie. Schrijf er niets op over de inhoud.
packs-evaluation = Hoe was het?
packs-evaluation-lead = Vul dit in zonder naam. Elke vraag mag je overslaan. Vouw het blad dubbel en geef het aan de begeleider.
packs-scan = Liever op je telefoon? Scan deze code.
packs-disagree = niet
packs-agree = helemaal
