# The start page and the page of a method.

methods-title = Werkvormen voor intervisie
methods-lead = Elke werkvorm stap voor stap: wie praat, wie luistert, wat je opschrijft en wie dat ziet.
methods-all = Alle werkvormen
# $count (Number) - how many
methods-count = { $count ->
    [one] 1 werkvorm
   *[other] { $count } werkvormen
}

# Facts.
# $minutes (String) - a number of minutes
methods-minutes = { $minutes } min
# $minutes (String) - a number of minutes
methods-minutes-about = ± { $minutes } min
# $from (Number) - fewest people it works best with
# $to (Number) - most people it works best with
methods-people = { $from } tot { $to } mensen
# $count (Number) - people it works best with
methods-people-exactly = { $count } mensen
# $min (Number) - fewest people
# $max (Number) - most people
methods-people-limits = kan met { $min } tot { $max }
# $count (Number) - people in each group
methods-people-split = Met meer dan { $count } mensen werk je in groepjes van hoogstens { $count }.
# $people (Number) - group size
# $minutes (String) - a number of minutes
methods-total-for = { $minutes } minuten bij { $people } mensen
# $minutes (String) - a number of minutes
methods-total = { $minutes } minuten
# $minutes (String) - a number of minutes
methods-total-shortest = { $minutes } minuten zonder de stappen die je kunt overslaan
methods-trust-new = ook voor wie elkaar niet kent
methods-trust-known = je kent elkaar
methods-trust-safe = je voelt je veilig bij elkaar
methods-experience-beginner = geen ervaring nodig
methods-experience-some = enige ervaring
methods-experience-experienced = ervaren groep
methods-lead-member = een groepslid kan begeleiden
methods-lead-guide = met een ervaren begeleider
methods-lead-trained = met een begeleider die hiervoor is opgeleid
methods-case-none = zonder casus
methods-case-one = één casus
methods-case-everyone = ieder brengt iets in
methods-written = kan ook schriftelijk

# Sections of the page of a method.
methods-rehearse = Draai proef met robots
methods-pack = Op papier
methods-print = Stapkaarten afdrukken
methods-purpose = Waarvoor
methods-use-when = Kies deze werkvorm als
methods-avoid-when = Liever niet als
methods-overview = In één oogopslag
methods-overview-start = Begint na
methods-steps = Stap voor stap
methods-fact-time = Tijd
methods-fact-group = Groep
methods-fact-trust = Vertrouwen
methods-fact-lead = Begeleiding
methods-fact-case = Inbreng
methods-legend = Zo lees je de kring
methods-legend-speaks = in het licht: aan het woord
methods-legend-quiet = luistert of werkt in stilte
methods-legend-owner = ronde rand: brengt iets in
methods-legend-facilitator = vierkante rand: begeleidt
methods-legend-pencil = potlood: schrijft
methods-legend-clock = de ring is de klok
methods-settings = Dit kun je vooraf instellen
methods-settings-minutes = De minuten van elke stap.
# $label (String) - what is set
# $min (Number) - lowest value
# $max (Number) - highest value
# $default (Number) - the usual value
methods-setting-number = { $label }: { $min } tot { $max } (meestal { $default })
# $label (String) - what is set
# $options (String) - the choices
# $default (String) - the usual choice
methods-setting-choice = { $label }: { $options } (meestal { $default })
methods-order = Deze stappen mogen van plaats wisselen:
methods-source = Bron en licentie
methods-licence = Licentie van de tekst:
methods-version = Versie
methods-proposal = eigen voorstel
methods-proposal-why = De bron noemt geen tijd; deze minuten stellen wij voor.
methods-proposals-note = Minuten met het teken ~ zijn een eigen voorstel van Kring; de andere komen uit de bron.

# A step.
# $number (Number) - its number
methods-step-number = Stap { $number }
methods-untimed = geen vaste tijd
methods-optional = mag je overslaan
methods-starts-off = staat uit, kun je aanzetten
# $value (String) - the value of a setting
methods-only-if = alleen bij ‘{ $value }’
# $times (Number) - how often
methods-times = { $times } keer
methods-per-person = voor iedereen een keer
methods-per-group-member = voor ieder in het groepje een keer
methods-per-owner = voor elke inbrenger een keer
methods-swap = daarna wisselen de helften van rol
methods-speaks = Aan het woord
methods-silent = Luistert
methods-nobody = niemand, het is stil
methods-facilitator-says = De begeleider zegt
methods-facilitator-tip = Tip voor de begeleider
methods-rules = Afspraken
methods-writing = Wat je opschrijft
methods-writing-who = Wie schrijft
methods-writing-sees = Wie ziet het
methods-turn-round = om de beurt, de kring rond
methods-turn-random = in een volgorde die geloot wordt
methods-turn-owner = de inbrenger wijst aan
methods-turn-parallel = tegelijk, in groepjes
# $seconds (Number) - length of a turn
methods-turn-seconds = { $seconds } seconden per beurt
# $who (String) - who
methods-place-outside = { $who } zit buiten de kring.
# $who (String) - who
methods-place-back = { $who } draait de rug naar de groep.
# $who (String) - who
methods-place-away = { $who } is even weg.
# $who (String) - who
methods-place-camera-off = { $who } zet camera en microfoon uit.
methods-sees-private = alleen jijzelf
methods-sees-blind = eerst niemand, daarna iedereen tegelijk
methods-sees-group = iedereen, meteen
methods-sees-owner = de schrijver en de inbrenger
methods-sees-anonymous = iedereen, zonder naam erbij
methods-sees-facilitator = de schrijver en de begeleider
methods-sees-survey = niemand; alleen de telling achteraf
methods-reveal-ready = zodra iedereen klaar is
methods-reveal-time = als de tijd om is
methods-reveal-step = als de volgende stap begint
methods-reveal-facilitator = als de begeleider ze toont
methods-together = één tekst voor de hele groep
# $count (Number) - how many
methods-exactly = precies { $count }
# $count (Number) - at least
methods-at-least = minstens { $count }
# $count (Number) - at most
methods-at-most = hoogstens { $count }
# $min (Number) - at least
# $max (Number) - at most
methods-between = { $min } of { $max }
# $count (Number) - most words
methods-max-words = hoogstens { $count } woorden
# $count (Number) - most sentences
methods-max-sentences = { $count ->
    [one] één zin
   *[other] hoogstens { $count } zinnen
}
methods-starter = Begin met:
# $board (String) - name of the board
methods-on-board = op het bord ‘{ $board }’
methods-working = Met wat er ligt
# $who (String) - who
# $what (String) - names of inputs
# $values (String) - the scale
methods-rate = { $who } waardeert { $what }: { $values }.
# $who (String) - who
# $what (String) - names of inputs
methods-pick = { $who } kiest wat meegaat uit { $what }.
# $who (String) - who
# $what (String) - names of inputs
methods-pick-why = { $who } kiest wat meegaat uit { $what } en zegt waarom.
# $what (String) - names of inputs
# $dots (Number) - dots for each person
methods-vote-dots = Iedereen verdeelt { $dots } stippen over { $what }.
# $what (String) - names of inputs
# $values (String) - the answers
methods-vote = Iedereen stemt over { $what }: { $values }.
# $what (String) - names of inputs
methods-shows = In beeld blijft: { $what }.
# $what (String) - names of fields of the case
methods-unlocks = Nu gaat open: { $what }.
# $ways (String) - ways of choosing
methods-choose-case = De groep kiest een casus: { $ways }.
methods-way-vote = door te stemmen
methods-way-urgency = wat het dringendst is
methods-way-turn = wie aan de beurt is
methods-way-learning = waar de groep het meest van leert
methods-way-random = door te loten
methods-way-facilitator = de begeleider beslist
# $roles (String) - roles
methods-choose-role = De groep verdeelt de rollen: { $roles }.
methods-review-actions = Openstaande acties van eerdere keren komen één voor één langs.
methods-deal-cards = Kaarten van andere groepen worden uitgedeeld.
methods-confirm-presence = Iedereen bevestigt de aanwezigheid met de code op het grote scherm.
methods-modules = Kies één van deze vormen:
# $ask (String) - the question
methods-decide = Aan het eind de vraag: { $ask }
# $label (String) - an answer
methods-decide-on = { $label }: verder
# $label (String) - an answer
# $step (String) - name of a step
methods-decide-back = { $label }: terug naar ‘{ $step }’
# $label (String) - an answer
# $step (String) - name of a step
# $max (Number) - how often
methods-decide-back-max = { $label }: terug naar ‘{ $step }’ (hoogstens { $max } keer)
methods-pairs = in tweetallen
methods-trios = in drietallen
# $size (Number) - people in each group
methods-groups = in groepjes van { $size }
methods-halves = twee helften tegenover elkaar
methods-ring = binnenkring en buitenkring
methods-rotate = elke ronde een andere partner
methods-keep = in dezelfde groepjes
# $count (Number) - from this many people
# $how (String) - the way of working
methods-strategy = Vanaf { $count } mensen: { $how }.
# $days (Number) - days
methods-written-days = { $days ->
    [one] schriftelijk: 1 dag
   *[other] schriftelijk: { $days } dagen
}

# Roles, as they stand in a sentence.
role-owner = de inbrenger
role-participants = de deelnemers
role-everyone = iedereen
role-facilitator = de begeleider
role-timekeeper = de tijdbewaker
role-scribe = de notulist
role-observer = de observatoren
role-asker = de vragenstellers
role-thinker = de meedenkers
role-client = wie aan de beurt is
role-consultants = de anderen in het groepje
role-player = de spelers
role-interviewer = de interviewer
role-inner = de binnenkring
role-outer = de buitenkring

# The same roles when somebody is spoken to.
does-owner = Breng je de casus in?
does-participants = Denk je mee?
does-everyone = Voor iedereen
does-everyone-else = Voor wie iets anders doet
does-timekeeper = Bewaak je de tijd?
does-scribe = Schrijf je voor de groep?
does-observer = Kijk je toe?
does-asker = Stel je de vraag?
does-thinker = Denk je mee in het tweetal?
does-client = Ben jij aan de beurt?
does-consultants = Zit je in het groepje?
does-player = Speel je mee?
does-interviewer = Interview je?
does-inner = Zit je in de binnenkring?
does-outer = Zit je in de buitenkring?

# Pictures in words.
# $step (String) - the step
circle-title = De kring bij ‘{ $step }’
# $who (String) - who speaks
circle-speaks = Aan het woord: { $who }.
circle-silent = Niemand praat.
# $who (String) - who writes
circle-writes = Schrijft: { $who }.
# $how (String) - how the group sits
circle-sits = De groep zit { $how }.
circle-minute = min

# Finding a method.
find-title = Welke werkvorm past bij jullie?
find-people = Met hoeveel mensen?
find-people-hint = De begeleider telt niet mee.
find-minutes = Hoeveel minuten?
find-minutes-hint = Voor de werkvorm zelf.
find-question = Waar gaat het om?
find-question-any = Maakt niet uit
find-trust = Kennen jullie elkaar?
find-trust-any = Maakt niet uit
find-trust-new = We kennen elkaar nog niet
find-trust-known = We kennen elkaar
find-trust-safe = We voelen ons veilig bij elkaar
find-submit = Zoek
find-reset = Toon alle werkvormen
find-results = Dit past bij jullie
find-also = Dit kan ook
find-people-missing = Vul in met hoeveel mensen jullie zijn.
# $max (Number) - most people
find-people-wrong = Vul een getal in van 2 tot { $max }.
# $max (Number) - most minutes
find-minutes-wrong = Vul een getal in van 10 tot { $max }, of laat het leeg.
find-nothing-title = Hier past geen werkvorm bij
find-nothing-text = Neem wat meer tijd, of kijk of jullie met meer of minder mensen kunnen zijn.
find-but = Let op:
