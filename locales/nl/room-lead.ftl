# The room for whoever leads: steps, time, people, plan, keys.

room-finish = Sluit de bijeenkomst af

# $of (Number) - how many may write
# $wrote (Number) - how many did
room-wrote-count = Geschreven: { $wrote } van { $of }.

# $names (String) - list of names
room-still-busy = Nog bezig: { $names }.

# $minutes (Number) - minutes
room-minus = −{ $minutes } min
room-skip = Sla deze stap over
room-skip-reason = Waarom overslaan? (mag leeg)
room-all-steps = Alle stappen
room-go-there = Ga hierheen
room-left-out = vervalt
room-untimed = zonder klok

# $minutes (String) - minutes, such as 2,5
room-minutes = { $minutes } min

# $minutes (String) - minutes, such as 2,5
# $times (Number) - how often it still comes
room-minutes-times = { $minutes } min, nog { $times } keer

# $time (String) - a time
room-win-time = Tijd terugwinnen: dan einde rond { $time }

# $minutes (String) - minutes
# $step (String) - name of a step
room-win-off = { $step } ({ $minutes } min) vervalt

# $new (String) - minutes
# $old (String) - minutes
# $step (String) - name of a step
room-win-shorter = { $step }: { $new } in plaats van { $old } min
room-win-button = Pas het plan zo aan
room-plan = Tijd en plan

# $expected (String) - a time
# $planned (String) - a time
room-plan-ends = Met dit plan eindigt de bijeenkomst rond { $expected }. Gepland was { $planned }.
room-optional = mag vervallen
room-take-in = Toch doen
room-leave-out = Laat vervallen

# $time (String) - a time
room-leave-out-ends = Laat vervallen, einde { $time }

# $time (String) - a time
room-then-ends = einde dan rond { $time }
room-regroup = Verdeel opnieuw
room-order = Deze stappen mogen van plek wisselen
room-earlier = Eerder
room-more = Nog tijd over?

# $name (String) - name of a method
room-second-case = Nog een casus: { $name }
room-other-method = Kies een andere werkvorm erbij
room-talks = Tussengesprek
room-talk-disturbance = Er is iets tussengekomen
room-talk-disturbance-text = Telefoon, emotie, iemand die weg moet: dat gaat voor.
room-talk-meta = Hoe praten we?
room-talk-meta-text = Even samen kijken hoe het gesprek gaat.
room-talk-strategy = Hoe gaan we verder?
room-talk-strategy-text = Samen kiezen wat jullie nu doen.
room-turn-now = Aan de beurt
room-turn-queue = Daarna
room-turn-passed = Paste, komt terug
room-turn-counts = Beurten tot nu toe

# $count (Number) - turns
# $name (String) - who
room-turns-of = { $name } { $count }

# $name (String) - who comes next
room-next-turn-of = Volgende beurt: { $name }
room-last-turn = De laatste beurt is klaar

# $name (String) - who leads
# $absent (String) - who is back
room-stands-in = { $name } heeft de leiding overgenomen toen { $absent } er even niet was.

# $name (String) - who leads
# $absent (String) - whose line is lost
room-stands-in-line-lost = { $name } heeft de leiding overgenomen, omdat de verbinding van { $absent } weg is.

# $name (String) - who leads
# $absent (String) - who left
room-stands-in-left = { $name } heeft de leiding overgenomen, omdat { $absent } uit de kring is gestapt.
room-nobody-leads = Niemand begeleidt nu.

# $name (String) - who leads
room-lead-line-long-lost = De verbinding van { $name } is al meer dan een minuut weg.

# $name (String) - who leads
room-lead-long-gone = { $name } is meer dan een minuut geleden uit de kring gestapt.

# $name (String) - who leads
room-lead-line-lost = De verbinding van { $name } is weg. De klok loopt gewoon door.

# $name (String) - who leads
room-lead-left = { $name } is uit de kring gestapt. De klok loopt gewoon door.

# $seconds (Number) - seconds until then
room-take-over-wait = { $seconds ->
    [one] Over 1 seconde kun je de leiding overnemen.
   *[other] Over { $seconds } seconden kun je de leiding overnemen.
}
room-type-for = Typ voor iemand anders
room-type-for-text = Voor wie geen telefoon of laptop heeft. Het komt op naam van degene die je kiest.
room-type-whom = Voor wie typ je?
room-people-manage = Mensen en rollen
room-hand-over-to = Wie begeleidt verder?
room-hand-over = Geef de leiding
room-see-off-who = Wie is weggegaan?
room-see-off = Noteer als weg
room-welcome-back-who = Wie is er weer?
room-welcome-back = Noteer als terug
room-role = Rol
room-role-for = Voor wie?
room-role-give = Geef de rol
room-bring-name = Wie doet mee zonder telefoon of laptop?
room-bring-hint = De naam is genoeg. Jij typt voor deze persoon; niemand wacht op een apparaat.
room-bring = Zet erbij
room-paper = De groep werkt op papier
room-paper-name = De groep, op papier
room-paper-text = Eén plek voor iedereen zonder apparaat. Jij typt per stap wat eruit komt.
room-attendance-correct = Presentie nakijken en verbeteren

# $count (Number) - how many
room-inside = { $count ->
    [0] Er is nog niemand die meedoet.
    [one] Er is 1 deelnemer binnen.
   *[other] Er zijn { $count } deelnemers binnen.
}
room-lobby-ready = Alles is er om te beginnen.

# $min (Number) - fewest people
# $name (String) - name of a method
room-too-few = Voor { $name } zijn minstens { $min } deelnemers nodig.
room-owner-missing = Er is nog geen casusinbrenger. Kies hieronder wie de casus inbrengt.
room-open-screen = Open het grote scherm in een nieuw venster
room-plan-now = Als je nu begint
room-plan-at = Tijd
room-plan-what = Onderdeel
room-plan-long = Duur
room-plan-end = Einde
room-attendance = Presentie
room-attendance-text = Aankomst en vertrek, los van wat er gezegd is. Kring noteert zelf wie binnenkwam en wegging; verbeter het waar dat niet klopt.
room-attendance-corrected = door jou verbeterd
room-attendance-present = is er nu
room-attendance-gone = is weg
room-attendance-no-device = zonder apparaat
room-attendance-from = Gekomen om
room-attendance-to = Weggegaan om (leeg: nog niet)
room-attendance-place = Waar
room-attendance-room = in de ruimte
room-attendance-online = online
room-attendance-save = Bewaar
room-back-to-room = Terug naar de kring
room-block = Een onderdeel erbij
room-block-not-now = Dat kan zodra de bijeenkomst begonnen is.
room-block-fits = Past in de geplande tijd
room-block-longer = Daarmee loopt het uit

# $minutes (String) - minutes
# $time (String) - a time
room-block-ends = { $minutes } min, einde dan rond { $time }
room-keys = Sneltoetsen
room-keys-text = Met één toets, zonder muis. Ze doen niets terwijl je typt.
room-keys-on = Zet sneltoetsen aan
room-keys-off = Zet sneltoetsen uit
room-keys-close = Sluit
room-keys-are-on = Sneltoetsen staan aan.
room-keys-are-off = Sneltoetsen staan uit.

# $label (String) - what the button says
room-key-pressed = Gedaan: { $label }
room-key-space = spatie
room-key-next = volgende stap, of beginnen
room-key-turn = volgende beurt
room-key-show = toon de teksten
room-key-back = stap terug
room-key-clock = klok starten, pauzeren of verder laten lopen
room-key-plus = een minuut erbij
room-key-minus = een minuut eraf
room-key-talk = time-out, of weer verder
room-key-help = deze lijst

# $name (String) - whose turn comes earlier
room-turn-earlier = { $name } eerder aan de beurt

# $name (String) - whose turn comes later
room-turn-later = { $name } later aan de beurt

# $name (String) - who passes
room-pass-for = Sla over: { $name } komt straks terug
room-pass-for-short = Sla over
