# Applying for a programme, and deciding about it.

enrolment-title = Meld je aan
enrolment-lead = Je hebt geen account nodig. Je krijgt meteen een bevestiging per mail.
enrolment-who = Wie je bent
enrolment-about = Over je werk
enrolment-name = Je naam
enrolment-name-hint = Zoals je in de groep genoemd wilt worden.
enrolment-mail = Je mailadres
enrolment-mail-hint = Hier komt het antwoord.

# $question (String) - a question
enrolment-optional = { $question } (mag leeg)

enrolment-consent-missing = Zet hier een vinkje als je meedoet; zonder kan het niet.
enrolment-choose-missing = Kies hier nog iets.
enrolment-choose-again = Het formulier is net veranderd. Kies opnieuw.

# $what (String) - earlier answers, such as “Functie” is “arts”
enrolment-only = Alleen als { $what }.

# $question (String) - an earlier question
# $answer (String) - the answer to it
enrolment-after = ‘{ $question }’ is ‘{ $answer }’

# $question (String) - something to agree with
enrolment-after-agreed = je akkoord gaat met ‘{ $question }’
enrolment-agreed = Akkoord

# $organisation (String) - who runs the programme
enrolment-privacy = Alleen de organisatoren van { $organisation } lezen je antwoorden. Via de mail kun je je aanmelding zien en intrekken.
enrolment-send = Verstuur je aanmelding
enrolment-closed-text = Misschien komt er een nieuwe ronde. Op de pagina van het programma staat bij wie je dat kunt vragen.
enrolment-to-programme = Naar de pagina van het programma
enrolment-applied = Je aanmelding is verstuurd
enrolment-applied-text = Je hoeft nu niets te doen.
enrolment-applied-mail = Je krijgt een mail met een eigen link. Daarmee zie je hoe het staat, of trek je je aanmelding in.

# $organisation (String) - who runs the programme
enrolment-applied-decision = { $organisation } bekijkt je aanmelding.
enrolment-applied-then = Het antwoord komt ook per mail.
enrolment-applied-no-mail = Geen mail? Kijk bij ongewenste mail, of controleer je adres en meld je nog eens aan.

enrolment-state-applied = Nieuw
enrolment-state-waiting = Wachtlijst
enrolment-state-offered = Plaats aangeboden
enrolment-state-admitted = Toegelaten
enrolment-state-refused = Afgewezen
enrolment-state-withdrawn = Ingetrokken
enrolment-state-lapsed = Aanbod verlopen

# $day (String) - a date
# $time (String) - a time
enrolment-moment = { $day }, { $time }

# $moment (String) - when
enrolment-sent = Aangemeld op { $moment }
enrolment-own = Je aanmelding
enrolment-your-answers = Wat je invulde
enrolment-next-applied = De organisatie bekijkt je aanmelding. Je krijgt het antwoord per mail.
enrolment-next-waiting = Je staat op de wachtlijst. Komt er een plaats vrij, dan krijg je een mail.
enrolment-next-offered = Er is een plaats voor je vrij. Laat weten of je hem neemt.
enrolment-next-lapsed = De plaats is naar een ander gegaan, omdat er niet op tijd antwoord kwam. Je kunt je opnieuw aanmelden.
enrolment-next-admitted = Je doet mee. Meld je met je mailadres aan bij Kring om te zien wat er komt.
enrolment-next-refused = Je aanmelding is afgewezen.
enrolment-next-withdrawn = Je hebt je aanmelding ingetrokken. Je kunt je altijd opnieuw aanmelden.
enrolment-to-my = Naar Mijn Kring

# $moment (String) - until when
enrolment-kept-until = De plaats is van jou tot { $moment }.
enrolment-take = Ik neem de plaats
enrolment-cannot-short = Kun of wil je niet meer?
enrolment-withdraw-text = Je aanmelding gaat van de lijst. Je kunt je daarna opnieuw aanmelden, achteraan.
enrolment-decline-text = De plaats gaat naar wie na je komt.
enrolment-withdraw = Trek mijn aanmelding in
enrolment-leave-text = Je doet dan niet meer mee aan dit programma.
enrolment-leave-meetings = Je staat niet meer op de lijst van bijeenkomsten die nog komen en krijgt er geen mail meer over.
enrolment-leave-place = Je plaats gaat naar wie op de wachtlijst staat.
enrolment-leave-kept = Wat van eerdere bijeenkomsten bewaard is, ook je bewijs van deelname, blijft.

# $programme (String) - name of a programme
enrolment-leave = Stoppen met { $programme }
enrolment-leave-now = Ik stop ermee

enrolment-builder-lead = Wie zich aanmeldt, vult dit formulier in. Jij beslist daarna over elke aanmelding.
enrolment-places = Plaatsen
enrolment-enrols = Mensen kunnen zich aanmelden
enrolment-enrols-hint = Het kan pas echt als de stand van het programma Open is.
enrolment-until = Laatste dag
enrolment-until-hint = Leeg: zolang het open is.
enrolment-room = Aantal plaatsen
enrolment-room-hint = Leeg: geen grens.
enrolment-manner = Als er een plaats vrijkomt
enrolment-promote = De eerste op de wachtlijst krijgt hem meteen
enrolment-offer = De eerste op de wachtlijst krijgt hem aangeboden
enrolment-hours = Zo lang blijft een aangeboden plaats vrij, in uren
enrolment-form = Het formulier
enrolment-form-text = Naam en mailadres worden altijd gevraagd. De rest bepaal je zelf.
enrolment-preview = Bekijk het formulier
enrolment-preview-text = Zo ziet het formulier eruit. Er wordt niets verstuurd.
enrolment-preview-back = Terug naar de vragen
enrolment-fixed = altijd
enrolment-may-skip = mag leeg
enrolment-up = Omhoog
enrolment-down = Omlaag
enrolment-new-kind = Nieuwe vraag
enrolment-add = Voeg toe
enrolment-question = Vraag
enrolment-kind-line = Kort antwoord
enrolment-kind-text = Lang antwoord
enrolment-kind-choice = Eén antwoord kiezen
enrolment-kind-several = Meer antwoorden kiezen
enrolment-kind-number = Getal
enrolment-kind-day = Datum
enrolment-kind-register = Registratienummer
enrolment-kind-organisation = Praktijk of organisatie
enrolment-kind-consent = Toestemming
enrolment-kind-half-days = Vrije dagdelen
enrolment-legend-text = De vraag
enrolment-legend-answer = Het antwoord
enrolment-legend-when = Wanneer vraag je dit?
enrolment-asked = Wat vraag je?
enrolment-sentence = Waar gaat iemand mee akkoord?
enrolment-hint = Uitleg eronder
enrolment-required = Een antwoord is nodig
enrolment-becomes = Zet het antwoord in het profiel als
enrolment-becomes-hint = Daarmee kun je later groepen samenstellen.
enrolment-becomes-nothing = nergens
enrolment-becomes-job = functie
enrolment-becomes-region = regio
enrolment-becomes-since = werkt sinds (jaar)
enrolment-becomes-wishes = wensen
enrolment-replies = Antwoorden om uit te kiezen
enrolment-replies-hint = Op elke regel één.
enrolment-replies-en-hint = Op dezelfde regels. Leeg: iedereen ziet de Nederlandse.
enrolment-replies-twice = Twee antwoorden zijn gelijk. Maak ze verschillend.

# $least (Number) - fewest answers
# $most (Number) - most answers
enrolment-replies-count = Schrijf { $least } tot { $most } antwoorden op, elk op een eigen regel.

# $count (Number) - lines
enrolment-replies-lines = Schrijf net zoveel regels als in het Nederlands: { $count }.
enrolment-least = Kleinste getal
enrolment-most = Grootste getal
enrolment-span-wrong = Het grootste getal is kleiner dan het kleinste.
enrolment-any-register = Mensen kiezen zelf een register
enrolment-when-text = Kies niets om dit altijd te vragen. Kies je meer, dan is één ervan genoeg.
enrolment-remove = Haal deze vraag weg
enrolment-remove-text = De vraag verdwijnt uit het formulier. Antwoorden die al gegeven zijn, blijven bij de aanmeldingen staan.
enrolment-meanwhile = Iemand anders heeft dit net veranderd. Wat jij invulde staat er nog. Open de pagina opnieuw om te zien hoe het nu is, of bewaar nog eens om jouw versie te laten gelden.

enrolment-none = Nog geen aanmeldingen
enrolment-none-text = Deel het adres van de pagina. Kijk eerst of mensen zich kunnen aanmelden en wat je hun vraagt.

# $count (Number) - places
enrolment-free = { $count ->
    [0] Geen plaats vrij
    [one] Eén plaats vrij
   *[other] { $count } plaatsen vrij
}
enrolment-line-text = Wie bovenaan staat is het eerst aan de beurt.
enrolment-you-wrote = Wat erbij geschreven is
enrolment-mail-preview = Deze mail gaat uit
enrolment-decide-send = Besluit en verstuur
enrolment-admit = Toelaten
enrolment-refuse = Afwijzen
enrolment-will-have-place = Er is een plaats: deze persoon doet meteen mee.

# $ahead (Number) - people in front
enrolment-will-wait = { $ahead ->
    [0] Alle plaatsen zijn bezet: deze persoon komt als eerste op de wachtlijst.
    [one] Alle plaatsen zijn bezet: deze persoon komt op de wachtlijst, achter één ander.
   *[other] Alle plaatsen zijn bezet: deze persoon komt op de wachtlijst, achter { $ahead } anderen.
}
enrolment-note = Iets erbij schrijven
enrolment-reason = Reden
enrolment-reason-hint = Komt letterlijk in de mail.
enrolment-look = Bekijk de mail
enrolment-is-in = Deze persoon doet mee. Stoppen doet iemand zelf, via de link in de mail of de pagina van het programma.

# $name (String) - a name
enrolment-dear = Dag { $name },

# $programme (String) - name of a programme
enrolment-subject-received = Je aanmelding voor { $programme }

# $programme (String) - name of a programme
enrolment-first-received = We hebben je aanmelding voor { $programme } ontvangen.

# $programme (String) - name of a programme
enrolment-subject-again = Je had je al aangemeld voor { $programme }

# $programme (String) - name of a programme
enrolment-first-again = Je meldde je opnieuw aan voor { $programme }. Je eerste aanmelding telt; er is niets veranderd. Wil je iets anders invullen, trek hem dan in en meld je opnieuw aan.

# $programme (String) - name of a programme
enrolment-subject-admitted = Je doet mee: { $programme }

# $programme (String) - name of a programme
enrolment-first-admitted = Fijn dat je meedoet aan { $programme }. Er is plaats voor je.

# $programme (String) - name of a programme
enrolment-subject-waiting = Wachtlijst: { $programme }

# $programme (String) - name of a programme
# $ahead (Number) - people in front
enrolment-first-waiting = Je bent toegelaten tot { $programme }, maar alle plaatsen zijn bezet. { $ahead ->
    [0] Je staat als eerste op de wachtlijst.
    [one] Er staat één ander voor je op de wachtlijst.
   *[other] Er staan { $ahead } anderen voor je op de wachtlijst.
}

# $programme (String) - name of a programme
enrolment-subject-offered = Er is een plaats vrij: { $programme }

# $programme (String) - name of a programme
enrolment-first-offered = Er is een plaats vrijgekomen bij { $programme }. Je staat vooraan op de wachtlijst, dus je kunt hem nemen.

# $programme (String) - name of a programme
enrolment-subject-refused = Je aanmelding voor { $programme }

# $programme (String) - name of a programme
enrolment-first-refused = Dank voor je aanmelding voor { $programme }. Je kunt helaas niet meedoen.

# $programme (String) - name of a programme
enrolment-subject-lapsed = De plaats is doorgegeven: { $programme }

# $programme (String) - name of a programme
enrolment-first-lapsed = Je hebt de plaats bij { $programme } niet op tijd genomen. Hij is naar de volgende op de wachtlijst gegaan. Je kunt je opnieuw aanmelden.

# $programme (String) - name of a programme
enrolment-subject-withdrawn = Je doet niet mee: { $programme }

# $programme (String) - name of a programme
enrolment-first-withdrawn = Je hebt je afgemeld voor { $programme }. Was jij dat niet, laat het dan weten.
enrolment-then = De organisatie bekijkt je aanmelding en antwoordt per mail.
enrolment-see = Hier zie je hoe het staat, en kun je je aanmelding intrekken:
enrolment-next = Je groep en de bijeenkomsten vind je hier. Meld je aan met dit mailadres:
enrolment-cannot = Kun je toch niet? Geef je plaats door:

# $day (String) - a date
# $time (String) - a time
enrolment-take-before = De plaats blijft voor je vrij tot { $day }, { $time }.
enrolment-take-here = Neem de plaats, of laat weten dat je niet meer wilt:

# $text (String) - what the organiser wrote
enrolment-organiser-wrote = De organisatie schrijft:
    { $text }

# $contact (String) - whom to ask
enrolment-questions = Vragen? { $contact }

enrolment-settled = Afgehandeld
enrolment-newer = Nieuwer
enrolment-older = Ouder

# $page (Number) - which page
# $last (Number) - how many there are
enrolment-page = Bladzijde { $page } van { $last }
