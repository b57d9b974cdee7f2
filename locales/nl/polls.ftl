# Date polls: which of these days can you make?

polls-title = Wanneer kun je?
polls-to-new = Vraag wanneer iedereen kan
polls-new-title = Vraag wanneer iedereen kan
polls-new-lead = Noem een paar momenten. Iedereen krijgt een mail met een eigen link en zegt per moment ja, als het moet, of nee. Een account is niet nodig.
polls-days = Welke momenten
polls-days-hint = Vul er minstens twee in. Lege regels tellen niet mee.
polls-more-rows = Meer regels

# $number (Number) - which row
polls-time-of = Tijd bij datum { $number }
polls-fill = Laat Kring een rij dagen invullen
polls-fill-count = Hoeveel dagen
polls-fill-in = Vul in, om de vakanties heen
polls-needs = Wat nodig is
polls-needed = Wie moet er echt bij zijn?
polls-needed-hint = Een dag waarop een van hen niet kan, stelt Kring niet voor.
polls-at-least = Met minstens zoveel mensen
polls-apart = Weken ertussen, minstens
polls-deadline = Antwoorden kan tot en met
polls-deadline-hint = Wie twee dagen eerder nog niets liet weten, krijgt één herinnering.

# $count (Number) - how many people
polls-ask-everybody = Vraag het { $count } { $count ->
    [one] persoon
   *[other] mensen
}
polls-ask-text = De mails gaan meteen weg. Heeft iedereen geantwoord, of is de laatste dag voorbij, dan krijg jij een mail.

# $count (Number) - how many moments are needed
polls-too-few-days = Vul minstens { $count } verschillende momenten in.
polls-deadline-late = Dan is het eerste moment al geweest. Kies een eerdere dag.

# $name (String) - who answers
polls-for = Voor { $name }

# $count (Number) - minutes
polls-minutes = { $count } minuten

# $count (Number) - how many meetings
polls-how-many = { $count } { $count ->
    [one] bijeenkomst
   *[other] bijeenkomsten
}
polls-decided = De keuze is gemaakt:
polls-stopped = Deze vraag is gestopt. Je hoeft niets te doen.
polls-closed = Antwoorden kan niet meer. Is er iets veranderd? Laat het je begeleider weten.

# $until (String) - a day
polls-kept = Je antwoord is bewaard. Veranderen kan tot en met { $until }.

# $until (String) - a day
polls-until = Antwoorden kan tot en met { $until }.
polls-changeable = Tot dan kun je het ook nog veranderen.
polls-prefilled = Sommige dagen zijn al ingevuld met wat je bij je gegevens over je vrije dagdelen zei. Kijk ze na.
polls-form-wrong = Er ontbreekt nog iets. Wat je invulde is er nog.
polls-choose = Kies ja, als het moet, of nee.
polls-caption = Momenten, met bij elk of je kunt
polls-when = Wanneer
polls-can = Kun je?
polls-yes = Ja
polls-maybe = Als het moet
polls-no = Nee
polls-busy = Je hebt dan al een andere bijeenkomst.

# $count (Number) - how many others can come
polls-others = { $count } { $count ->
    [one] ander kan
   *[other] anderen kunnen
}
polls-remark = Wil je er iets bij zeggen?
polls-remark-hint = Alleen wie de dag kiest leest dit.
polls-send = Verstuur
polls-answers = Wie kan wanneer

# $count (Number) - how many have answered
# $all (Number) - how many are asked
polls-answered = { $count } van de { $all } hebben geantwoord.

# $names (String) - who has not
polls-silent = Nog niet: { $names }.
polls-needed-mark = moet erbij zijn
polls-can-count = Kan
polls-unknown = nog geen antwoord

# $yes (Number) - how many can
# $maybe (Number) - how many can if need be
polls-count = { $yes } ja{ $maybe ->
    [0] { "" }
   *[other] , { $maybe } als het moet
}
polls-remarks = Erbij gezegd

# $count (Number) - how many meetings
polls-choose-title = { $count ->
    [one] Kies de dag
   *[other] Kies de dagen
}
polls-proposed = Wat het beste past staat aangevinkt. Je mag iets anders kiezen.
polls-none-does = Geen van deze momenten past: steeds ontbreekt iemand die erbij moet zijn, of zijn er te weinig mensen. Kies er toch een, of vraag nieuwe dagen.

# $count (Number) - how many days do
# $wanted (Number) - how many meetings
polls-not-enough-do = Er passen maar { $count } van de { $wanted } bijeenkomsten.
polls-pick = Momenten
polls-pick-none = Kies minstens één moment.
polls-pick-past = Een van deze momenten is al geweest. Kies een ander.

# $names (String) - who cannot
polls-lacks = { $names } kan niet
polls-too-few = te weinig mensen
polls-open-fit = wacht nog op antwoorden
polls-fits = past
polls-decide-text = Iedereen krijgt een uitnodiging met een agendabestand. Een concept zien alleen de begeleider en de organisator.
polls-later-title = Meer tijd, of toch niet

# $until (String) - a date
polls-later-text = Antwoorden kan nu tot en met { $until }.
polls-later = Verzet de laatste dag
polls-stop = Stop met vragen
polls-stop-text = De link in de mails zegt dan dat antwoorden niet meer hoeft. De antwoorden blijven hier staan, er komt geen bijeenkomst van.
polls-stop-sure = Stop de vraag

# $title (String) - what the meetings are called
polls-subject-asked = Wanneer kun je? { $title }

# $title (String) - what the meetings are called
# $group (String) - name of the group
# $count (Number) - how many meetings
polls-first-asked = { $count ->
    [one] We zoeken een moment voor { $title } ({ $group }).
   *[other] We zoeken { $count } momenten voor { $title } ({ $group }).
} Zeg per moment of je kunt. Dat duurt een minuut.

# $title (String) - what the meetings are called
polls-subject-reminder = Nog even: wanneer kun je? { $title }

# $title (String) - what the meetings are called
# $group (String) - name of the group
polls-first-reminder = We weten nog niet wanneer jij kunt voor { $title } ({ $group }). Laat je het weten?

# $title (String) - what the meetings are called
polls-subject-complete = Iedereen heeft geantwoord: { $title }

# $title (String) - what the meetings are called
# $group (String) - name of the group
polls-first-complete = Iedereen heeft gezegd wanneer het kan voor { $title } ({ $group }). Kies nu de dag; daarna nodigt Kring iedereen uit.

# $title (String) - what the meetings are called
polls-subject-closed = Tijd om te kiezen: { $title }

# $title (String) - what the meetings are called
# $group (String) - name of the group
polls-first-closed = De laatste dag om te antwoorden is voorbij voor { $title } ({ $group }). Kies nu de dag; daarna nodigt Kring iedereen uit.
polls-ask = Zeg wanneer je kunt:
polls-ask-choose = Kies de dag:
polls-link-note = Deze link is van jou. Stuur hem niet door: wie hem opent, antwoordt als jij.

# $title (String) - what the meetings are called
polls-waiting = { $title }: zeg wanneer je kunt
polls-open-title = Datums die nog gekozen worden
polls-line-video = Online: het adres volgt met de uitnodiging
