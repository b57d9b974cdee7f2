# The room: door, steps, clock, writing, cards, report.

room-open = Open de kring
room-open-refused = De begeleider opent de kring, vanaf een kwartier voor het begin.
room-come-in-first = Kom eerst binnen in de kring. Wat je typte staat nog op de vorige pagina.

# $count (Number) - how many people are in
room-door-open = { $count ->
    [0] De kring is open. Er is nog niemand binnen.
    [one] De kring is open. Er is één persoon binnen.
   *[other] De kring is open. Er zijn { $count } mensen binnen.
}
room-door-left = Je bent uit de kring gestapt. Je plek is er nog.
room-door-yours = Jij begeleidt deze bijeenkomst. Open de kring, dan kunnen de anderen binnenkomen.
room-door-closed = De kring is nog niet open. De begeleider opent hem, vanaf een kwartier voor het begin.
room-door-kept = Wat je in de kring schrijft, wordt meteen bewaard. De organisator leest niet mee.
room-refresh = Ververs deze pagina
room-screen-more = Meer op je eigen scherm:
room-to-screen = Naar het grote scherm
room-to-meeting = Naar de bijeenkomst
room-leave = Stap uit de kring

# $number (Number) - a seat
room-somebody = Plek { $number }
room-typed = Dit had je ingevuld:
room-line-live = Verbonden
room-line-polling = Verbonden via een omweg. De pagina kijkt om de paar tellen of er iets nieuws is.
room-line-waiting = Geen verbinding. Wat je ziet kan verouderd zijn; wat je typt blijft op dit apparaat bewaard.
room-line-sending = Wordt verstuurd…
room-line-saved = Opgeslagen
room-line-kept = Wacht op verbinding. Je tekst staat veilig op dit apparaat.
room-line-late = De groep is verder. Je tekst staat er nog; je kunt hem alsnog versturen.
room-line-closed = De bijeenkomst is afgesloten, dus deze tekst kan er niet meer bij. Kopieer hem als je hem wilt houden; de groep heeft hem niet gezien.
room-line-drop = Gooi deze tekst weg
room-circle = De kring

# $names (String) - list of names
room-circle-people = In de kring zitten { $names }.

# $names (String) - list of names
room-circle-speaks = Nu aan het woord: { $names }.

# $names (String) - list of names
room-circle-owner = De casus is van { $names }.

# $wrote (Number) - how many have written
# $of (Number) - of how many
room-circle-wrote = { $wrote } van { $of } hebben iets geschreven.
room-clock = De klok
room-clock-lobby = zo meteen
room-clock-untimed = zonder klok
room-clock-over = over de tijd
room-clock-stands = staat stil
room-clock-left = te gaan
room-time-half = De helft van de tijd is om.
room-time-minute = Nog één minuut.
room-time-zero = De tijd is om.
# $time (String) - a time
room-window-until = tot { $time }

# $day (String) - a day
# $time (String) - a time
room-window = Dit deel kan tot { $day }, { $time } uur. Daarna gaat het vanzelf verder.

# $of (Number) - how many are asked
# $done (Number) - how many did their part
room-window-done = { $done } van { $of } hebben hun deel gedaan.
room-window-yours = Jouw deel moet nog. Doe het wanneer het jou past.
room-window-yours-done = Jouw deel is gedaan. Je hoeft nu niets meer.
room-window-longer = Een dag langer

# $title (String) - title of the meeting
room-opened-subject = ‘{ $title }’: jouw deel is open

# $link (String) - address of the room
# $name (String) - who is told
# $step (String) - title of the step
# $title (String) - title of the meeting
# $until (String) - until when, a sentence
room-opened = Dag { $name },

    In ‘{ $title }’ is de stap ‘{ $step }’ open. { $until }

    Doe jouw deel wanneer het je past, hier:
    { $link }

    Kring

# $title (String) - title of the meeting
room-reminder-subject = Jouw deel van ‘{ $title }’ wacht nog

# $link (String) - address of the room
# $name (String) - who is reminded
# $step (String) - title of the step
# $title (String) - title of the meeting
# $until (String) - until when, a sentence
room-reminder = Dag { $name },

    In ‘{ $title }’ is de groep bij de stap ‘{ $step }’. Jouw deel moet nog. { $until }

    Doe het wanneer het jou past, hier:
    { $link }

    Dit is de enige herinnering voor deze stap. Heb je intussen je deel gedaan? Dan hoef je niets te doen.

    Kring
room-people = Wie is er
room-give-turn = Geef de beurt

# $ready (Number) - how many are ready
# $of (Number) - of how many
room-ready-count = Klaar: { $ready } van { $of }
room-is-lead = begeleidt
room-is-owner = brengt de casus in
room-is-you = jij
room-is-away = even weg
room-has-turn = aan de beurt
room-wrote = heeft geschreven
room-is-ready = klaar
room-is-guest = gast
room-is-without-line = zonder verbinding
room-only-watches = kijkt mee
room-watching = Alleen meekijken
room-watching-text = Wie alleen meekijkt, ziet wat de hele groep ziet. Diegene schrijft niet mee, niemand wacht op diegene, en het verslag gaat niet naar diegene. Het geldt voor deze bijeenkomst en kan weer terug.
room-watch-who = Wie kijkt alleen mee?
room-watch = Laat alleen meekijken

# $name (String) - who
room-watch-no-more = { $name } doet weer mee
room-names-shown = Wie meekijkt, ziet nu de namen in de kring.
room-names-hide = Verberg de namen voor wie meekijkt
room-names-hidden = Wie meekijkt, ziet nu geen namen, ook niet op het grote scherm.
room-names-show = Laat wie meekijkt de namen zien
room-lobby = Je bent binnen. Zodra het begint, staat hier wat je doet.
room-lobby-lead = Wacht tot iedereen binnen is en begin dan. Wie later komt, valt vanzelf in de goede stap.
room-lobby-screen = Open de bijeenkomst op je telefoon of laptop en kom binnen.
room-closed-title = Tot de volgende keer
room-closed = De bijeenkomst is afgesloten. Wie erbij was, vindt hier het verslag.
room-over-title = De bijeenkomst is voorbij

# $count (Number) - how many decide
# $names (String) - who
room-over = { $count ->
    [0] Het verslag komt hier te staan.
    [one] { $names } kijkt nu wat in het verslag blijft. Daarna staat het hier.
   *[other] { $names } kijken nu wat in het verslag blijft. Daarna staat het hier.
}
room-over-owner = Kijk wat in het verslag blijft en geef het daarna vrij.
room-round = ronde

# $label (String) - what a round is called
# $round (Number) - which
# $of (Number) - of how many
room-round-of = { $label } { $round } van { $of }
room-side-talk = Tussengesprek: de klok staat stil.
room-your-turn = Jij bent aan de beurt
room-turn-done = Klaar met praten
room-pass = Ik pas

# $name (String) - who has the turn
room-turn-of = { $name } is aan het woord.
room-may-speak = Je mag nu praten.
room-silence = Het is nu stil. Niemand praat.

# $name (String) - who has the turn
room-turn-then-you = { $name } is aan het woord. Daarna kom jij.
room-write-now = Jij schrijft nu iets op.
room-write-if-you-like = Je mag iets opschrijven.
room-write-for-yourself = Je mag iets noteren voor jezelf.
room-written = Wat jij schreef is binnen.
room-listen = Je luistert nu.
room-me-outside = Jij zit nu buiten de kring en luistert.
room-me-back = Jij zit nu met je rug naar de kring.
room-me-away = Jij bent nu even de ruimte uit.
room-me-camera-off = Zet je camera en microfoon nu uit. Je luistert alleen.

# $count (Number) - how many
# $names (String) - who
room-owner-outside = { $count ->
    [one] { $names } zit buiten de kring en luistert.
   *[other] { $names } zitten buiten de kring en luisteren.
}

# $count (Number) - how many
# $names (String) - who
room-owner-back = { $count ->
    [one] { $names } zit met de rug naar de kring.
   *[other] { $names } zitten met de rug naar de kring.
}

# $count (Number) - how many
# $names (String) - who
room-owner-away = { $count ->
    [one] { $names } is even de ruimte uit.
   *[other] { $names } zijn even de ruimte uit.
}

# $count (Number) - how many
# $names (String) - who
room-owner-camera-off = { $count ->
    [one] { $names } heeft camera en microfoon uit en luistert.
   *[other] { $names } hebben camera en microfoon uit en luisteren.
}

# $number (Number) - number of the table
# $names (String) - the others
room-group = Tafel { $number }: jij met { $names }

# $names (String) - the others
room-group-next = Straks met { $names }

# $number (Number) - number of the table
room-table-link = Naar de videokamer van tafel { $number }

# $number (Number) - number of the table
room-table = Tafel { $number }

# $count (Number) - how many think along
# $names (String) - who
room-you-ask = { $count ->
    [one] Jij vraagt, { $names } denkt mee.
   *[other] Jij vraagt, { $names } denken mee.
}

# $others (String) - who asks too
# $names (String) - who thinks along
room-you-ask-in-turn = Jij en { $others } vragen om de beurt, { $names } denkt mee.

# $count (Number) - how many ask
# $names (String) - who
room-you-think = { $count ->
    [one] { $names } vraagt, jij denkt mee.
   *[other] { $names } vragen om de beurt, jij denkt mee.
}
room-your-question-is-on = Jouw vraag ligt nu voor.

# $name (String) - whose question it is
room-question-of = De vraag van { $name } ligt nu voor.
room-you-are-ready = Je bent klaar. Rustig wachten mag.
room-not-ready = Toch nog niet
room-ready = Ik ben klaar
room-next-is = Straks:

# $title (String) - the step before this one
room-look-back-at = Kijk terug naar { $title }
room-look-back = Kijk terug
room-looking-back = Je kijkt terug. Wat hier staat verandert niet.
room-back-to-group = Terug naar de groep
room-nothing-seen = Bij deze stap ligt er niets op tafel.

# $title (String) - the step
room-group-is-at = De groep is nu bij: { $title }.
room-case = De casus

# $names (String) - who owns it
room-case-of = Ingebracht door { $names }
room-field-open = Dit ziet iedereen.
room-field-closed = Dit zie alleen jij, tot je het laat zien.
room-field-fill = Vul in
room-agenda = De bijeenkomst
room-done = (geweest)
room-lead = Jij begeleidt
room-take-back = Neem de leiding terug
room-take-over = Neem de leiding over
room-begin = Begin de bijeenkomst
room-say = Zeg dit nu
room-tip = Let op:

# $count (Number) - how many entries
room-reveal = { $count ->
    [one] Toon de tekst
   *[other] Toon alle { $count } teksten
}
room-next = Volgende stap
room-back = Stap terug
room-pause = Pauzeer
room-resume = Ga verder
room-start-clock = Start de klok

# $minutes (Number) - minutes
room-plus = +{ $minutes } min
room-time-out = Time-out
room-time-in = Verder met de stap

# $minutes (Number) - minutes
# $time (String) - a time
room-behind = Einde rond { $time }, { $minutes } min later dan gepland.

# $minutes (Number) - minutes
# $time (String) - a time
room-ahead = Einde rond { $time }, { $minutes } min eerder dan gepland. Er is ruimte.

# $time (String) - a time
room-on-time = Op schema, einde rond { $time }.
room-end-early = Eerder stoppen
room-end-early-text = De stappen die nog komen vervallen. Alles wat geschreven is, blijft bewaard.
room-end-button = Sluit de bijeenkomst nu af
room-who-owns = Wie brengt de casus in?
room-make-owner = Brengt de casus in

# $label (String) - what was asked
room-entry-in = { $label }: je tekst is binnen.
room-send = Verstuur

# $who (String) - who sees it
room-sees = Zichtbaar voor: { $who }.


# $count (Number) - words
room-of-words = van hooguit { $count } woorden
room-too-long = Dit is te lang. Maak het korter.

# $count (Number) - sentences
room-most-sentences = { $count ->
    [one] Eén zin.
   *[other] Hooguit { $count } zinnen.
}

# $used (Number) - entries so far
# $max (Number) - most entries
room-entries = { $used } van { $max } geschreven.
room-choose = Kies…
room-survey = Anoniem voor de groep: je naam staat er niet bij en niemand in de kring ziet je antwoorden. Er verschijnt pas iets vanaf vijf antwoorden.
room-scale-least = helemaal niet
room-scale-most = helemaal wel
room-yes = Ja
room-no = Nee

# $from (String) - one end
# $to (String) - the other end
room-position = Waar sta je, tussen { $from } en { $to }?
room-row = In welke rij? Kies er een of typ een nieuwe.
room-row-head = Rij
room-first-row = De eerste rij komt met de eerste kaart
room-without-row = Zonder rij
room-move = Verplaats
room-move-to = Naar
room-moved-to = Verplaatst naar

# $position (Number) - 0 to 100
room-at-position = Op { $position } van 100
room-my-cards = Van jou
room-cards = Op tafel
room-to-weigh = nog te wegen
room-not-weighed = niet gewogen

# $count (Number) - how many notes
room-notes = { $count ->
    [0] Mijn notities
   *[other] Mijn notities ({ $count })
}
room-notes-whose = Alleen jij ziet dit. Je notities blijven bij jou, ook na de bijeenkomst.
room-note-label = Nieuwe notitie
room-note-hint = Wat wil je onthouden?
room-note-keep = Bewaar
room-note-drop = Gooi weg
room-of-you = Van jou
room-of-nobody = Zonder naam
room-not-shown-yet = nog niet getoond
room-only-you = niet voor iedereen zichtbaar
room-late = na de stap verstuurd
room-unfinished = onaf, de tijd was om

# $name (String) - who
room-takes-along = { $name } neemt dit mee

# $count (Number) - votes
room-votes = { $count ->
    [one] 1 stem
   *[other] { $count } stemmen
}
room-need = Wat is er nodig om mee te gaan?
room-change = Wijzig
room-change-label = Jouw tekst
room-change-send = Bewaar de wijziging
room-smart-specific = Nog één vraag: wat ga je precies doen? Denk aan een eerste stap die een ander kan zien.
room-smart-measurable = Nog één vraag: waaraan merk je dat het gelukt is?
room-smart-achievable = Nog één vraag: kan het kleiner? Kies iets wat jij zelf kunt doen.
room-smart-time-bound = Nog één vraag: wanneer kijk je terug?
room-remove = Haal weg
room-pick = Dit neem ik mee
room-pick-core = Dit is de centrale vraag
room-pick-why = Waarom deze? (mag leeg blijven)
room-pick-this = Kies deze
room-unpick = Toch niet
room-dot-more = Geef een stip
room-dot-less = Haal een stip weg

# $count (Number) - dots one still has
room-dots-left = { $count ->
    [0] Al je stippen zijn uitgedeeld.
    [one] Je hebt nog 1 stip.
   *[other] Je hebt nog { $count } stippen.
}

# $count (Number) - own dots
room-my-dots = { $count ->
    [one] 1 stip van jou
   *[other] { $count } stippen van jou
}
room-cases = Welke casus?
room-no-cases = Er is nog geen casus. Breng er een in.
room-chosen = gekozen
room-choose-this = Kies deze

# $way (String) - how
room-choose-way = Kies { $way }
room-vote-case = Stem

# $count (Number) - votes one still has
room-votes-left = { $count ->
    [0] Je stem is uitgebracht.
    [one] Je hebt nog 1 stem.
   *[other] Je hebt nog { $count } stemmen.
}
room-vote-back = Haal een stem terug

# $count (Number) - own votes
room-my-votes = { $count ->
    [one] 1 stem van jou
   *[other] { $count } stemmen van jou
}
room-propose = Breng een casus in
room-propose-title = Titel
room-propose-hint = Een paar woorden waarin niemand te herkennen is.
room-propose-sentence = Jouw vraag in één zin
room-propose-send = Zet op de lijst
room-modules = Kies een vorm
room-volunteer = Ik doe het
room-draw = Loot

# $label (String) - name of the field
room-unlock = Laat zien: { $label }
room-actions = Acties van vorige keer
room-action-note = Wat hielp, of wat is de volgende stap? (mag leeg blijven)
room-action-done = Gedaan
room-action-half = Half
room-action-not = Niet gedaan
room-take = Deze neem ik mee
room-taken = Meegenomen
room-own-words = Jouw woorden
room-own-empty = Van jou staat er niets in.
room-review = Wat blijft er?
room-review-text = Laat weg wat niet in het verslag hoort. De anderen zien dat pas als je het vrijgeeft.
room-report-kicker = Verslag
room-report-online = Online
room-report-in-the-room = Op locatie
room-report-hybrid = Op locatie en online
room-report-looked-back = Terugblik op acties

# $names (String) - list of names
room-review-together = Over het verslag gaan ook: { $names }. Ieder geeft de eigen casus vrij; een casus van twee mensen gaat pas uit als allebei dat doen.
room-review-wait = Over je eigen woorden beslis je zelf. Laat weg wat niet in het verslag hoort.
room-release = Geef het verslag vrij

# $names (String) - list of names
room-release-to = Dit gaat naar { $names }. Daarna kan er niets meer veranderen.

# $names (String) - list of names
room-released-to = Vrijgegeven aan { $names }.
room-print = Druk het verslag af
room-report-not-yours = Het verslag is voor wie erbij was.
room-report-empty = Er is niets geschreven.

# $names (String) - list of names
room-report-people = Erbij waren { $names }.
room-report-draft = Dit is nog geen vrijgegeven verslag: het bevat wat jij nu mag zien.
room-report-notes = Jouw notities
room-report-confidential = Vertrouwelijk: alleen voor wie erbij was.

# $title (String) - of a meeting
room-mail-draft-subject = Het verslag van { $title } wacht op je

# $days (Number) - how many days
# $title (String) - title of the meeting
room-mail-draft = { $days ->
    [one] Het verslag van "{ $title }" wacht al een dag. Jij bepaalt wat erin blijft en geeft het daarna vrij aan wie erbij was:
   *[other] Het verslag van "{ $title }" wacht al { $days } dagen. Jij bepaalt wat erin blijft en geeft het daarna vrij aan wie erbij was:
}
room-mail-draft-stays = Tot die tijd ziet niemand het, ook niet de anderen uit je groep. Je krijgt hierover geen tweede mail.

# $title (String) - title of the meeting
room-mail-unreleased-subject = Het verslag van { $title } is nog niet vrijgegeven

# $days (Number) - how many days
# $title (String) - title of the meeting
room-mail-unreleased = Het verslag van "{ $title }" is na { $days } dagen nog niet vrijgegeven. Alleen wie de casus inbracht kan dat doen, en die is al een keer herinnerd. Jij begeleidde deze bijeenkomst:
room-mail-unreleased-ask = Misschien helpt het als jij het even vraagt. Tot het verslag is vrijgegeven, kan niemand anders het lezen. Je krijgt hierover geen tweede mail.
room-export = Neem mee
room-export-text = Wat jij nu mag zien, als bestand.
room-export-md = Tekst (Markdown)
room-export-csv = Rekenblad (CSV)
room-export-json = Gegevens (JSON)
room-sheet-part = Onderdeel
room-sheet-case = Casus
room-sheet-kind = Soort
room-sheet-step = Stap
room-sheet-text = Tekst
room-sheet-author = Van
room-sheet-taken = Meegenomen door
room-sheet-why = Waarom
room-sheet-note = Opmerking
room-kind-core-question = De centrale vraag
room-kind-advice = Adviezen
room-kind-insight = Inzichten
room-kind-idea = Ideeën
room-kind-action = Acties
room-kind-lesson = Wat wij leerden
room-kind-question = Vragen
room-kind-fact = Feiten
room-keep = Toch houden
room-strike = Laat weg
room-struck = komt niet in het verslag

# The own time of a pair or small group, beside the clock of the step.
room-group-time = Jullie eigen tijd
room-group-begin = Wij beginnen
room-group-stands = staat stil
room-group-done = Wij zijn klaar
room-group-is-done = Jullie zijn klaar.
room-group-not-done = Toch nog even verder
room-tables = Tafels

# $count (Number) - how many tables
# $done (Number) - how many are done
room-tables-done = { $done } van { $count } klaar
room-table-follows = volgt de klok van de stap
room-table-stands = staat stil
room-table-late = loopt uit
room-table-is-done = klaar

# Two who own a case, and several cases in one meeting.
room-propose-with = Samen met iemand?
room-propose-with-hint = Mag leeg. Jullie beslissen straks samen wat er van de casus in het verslag blijft.
room-propose-alone = Nee, alleen van mij
room-release-part = Geef jouw deel vrij

# $names (String) - list of names
room-release-waits = Jouw deel is vrijgegeven. Het verslag wacht nog op { $names }.
room-released-parts = Al vrijgegeven
room-next-time = Volgende keer
