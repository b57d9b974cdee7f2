# Meetings: lists, the page of one, invitations, actions.


# $date (String) - a date
# $from (String) - a time
# $to (String) - a time
meetings-moment = { $date }, { $from }–{ $to }

# $from (String) - a time
# $to (String) - a time
meetings-times = van { $from } tot { $to }

# $time (String) - a time
meetings-until = tot { $time }
meetings-online = Online
meetings-no-place = Plek volgt
meetings-video = Naar het videogesprek
meetings-when = Wanneer
meetings-where = Waar
meetings-planned = Gepland
meetings-now = Nu bezig
meetings-over = Geweest
meetings-cancelled = Gaat niet door
meetings-circle = De kring

# $names (String) - list of names
meetings-circle-people = In de kring zitten { $names }.
meetings-agenda = Agenda
meetings-agenda-none = Er is nog geen agenda.

# $time (String) - a time
meetings-end = Einde { $time }.

# $minutes (Number) - minutes
meetings-spare = { $minutes } minuten over voor uitloop.
meetings-cases = Casus

# $name (String) - case owner
meetings-case-of = Ingebracht door { $name }
meetings-case-spare = op de reservelijst
meetings-people = Wie er komen
meetings-people-over = Wie erbij waren
meetings-to-attendance = Presentie
meetings-to-evaluation = Wat vonden jullie ervan?
meetings-attendance = Presentie
meetings-attendance-programme = Programma
meetings-attendance-count = Aanwezig
meetings-attendance-none = Er is nog geen presentie. Die komt hier zodra een bijeenkomst in de kring voorbij is.
meetings-attendance-not-you = Van jou staat hier geen presentie.
meetings-attendance-note = Minuten zonder pauze. Deze lijst zegt niets over wat er besproken is.
meetings-attendance-csv = Download als rekenblad (CSV)
meetings-attendance-print = Druk de lijst af
meetings-role-participant = deelnemer
meetings-role-guest = gast
meetings-role-observer = meekijker
meetings-brought-case = bracht een casus in
meetings-in-the-room = Op locatie
meetings-confirmed-start = begin
meetings-confirmed-end = einde
meetings-corrected = gecorrigeerd
meetings-column-date = Datum
meetings-column-from = Begin
meetings-column-to = Einde
meetings-column-group = Groep
meetings-column-name = Naam
meetings-column-job = Functie
meetings-column-organisation = Organisatie
meetings-column-role = Rol
meetings-column-arrived = Binnen
meetings-column-left = Weg
meetings-column-minutes = Minuten
meetings-column-place = Hoe
meetings-column-confirmed = Bevestigd
meetings-column-corrected = Correctie
meetings-column-signature = Handtekening
meetings-role-facilitator = begeleider
meetings-role-speaker = gastspreker
meetings-only-watches = Laat alleen meekijken

# $name (String) - who
meetings-takes-part = { $name } doet weer mee
meetings-watching = Alleen meekijken
meetings-watching-who = Wie kijkt alleen mee?
meetings-watching-choose = Kies…
meetings-watching-text = Wie alleen meekijkt, schrijft niet mee en krijgt geen verslag. Of diegene namen ziet, kies je in de kring.
meetings-watch-in-room = De kring is al open of de bijeenkomst is voorbij. Zolang de kring open is, regel je dit daar, bij de mensen.
meetings-declined = afgemeld
meetings-absent = was er niet bij
meetings-script = Bekijk het draaiboek
meetings-rehearse = Draai eerst proef
meetings-pack = Op papier
meetings-print = Deze pagina afdrukken
meetings-room = Werken jullie nu met elkaar? In de kring heeft iedereen de stappen en de tijd op het eigen scherm.
meetings-open-room = Open de kring
meetings-to-room = Naar de kring
meetings-ask-planned = Zet de datum in je agenda en bedenk welke vraag jij zou willen inbrengen.
meetings-ask-now = De bijeenkomst is begonnen. Doe mee en schrijf mee met wat er gevraagd wordt.
meetings-ask-owner = Jij brengt een casus in. Vertel straks in vijf minuten wat er speelt en wat je er zelf in doet, zonder namen of andere herkenbare gegevens.
meetings-ask-facilitator = Jij begeleidt. Lees het draaiboek van de werkvorm door en kijk of de tijden bij de agenda passen.
meetings-ask-speaker = Je bent te gast. Je ziet hier deze ene bijeenkomst: wanneer, waar en wat er op de agenda staat.
meetings-ask-organiser = Als organisator zie je wanneer deze bijeenkomst is en wie er komt. Casussen zie je niet.
meetings-ask-over = Deze bijeenkomst is geweest. Kijk terug op wat het opleverde en wat jij zou gaan doen.
meetings-ask-over-organiser = Deze bijeenkomst is geweest. Wat er besproken is, blijft bij de groep; je ziet wie erbij waren.
meetings-ask-over-not-there = Deze bijeenkomst is geweest. Wat er besproken is, blijft bij wie erbij hoorden.
meetings-ask-cancelled = Deze bijeenkomst gaat niet door. Je organisator laat weten wanneer de volgende is.
meetings-agreements-first = Ga eerst akkoord met de afspraken. Daarna zie je hier ook de casussen en wat de bijeenkomst opleverde.
meetings-to-agreements = Lees de afspraken
meetings-outcome = Wat het opleverde
meetings-outcome-none = Van deze bijeenkomst is niets bewaard.
meetings-outcome-note = Alleen wie bij deze bijeenkomst hoorde ziet dit.

# $name (String) - who
meetings-takes-along = { $name } neemt dit mee

# $names (String) - case owners
meetings-outcome-owner = Alleen wie bij deze bijeenkomst hoorde ziet dit. Bewaard is wat { $names } wilde bewaren.
meetings-only-you = Alleen voor jou

# $name (String) - writer
meetings-only-owner = Van { $name }, alleen voor de inbrenger
meetings-kind-core-question = De kern van de vraag
meetings-kind-fact = Feiten
meetings-kind-question = Vragen
meetings-kind-insight = Inzichten
meetings-kind-advice = Adviezen
meetings-kind-idea = Ideeën
meetings-kind-lesson = Wat mensen meenemen
meetings-actions = Acties

# $date (String) - a date
meetings-action-until = uiterlijk { $date }
meetings-action-done = gedaan
meetings-action-dropped = losgelaten
meetings-action-sometime = zonder datum
meetings-action-half = half gedaan
meetings-action-not-yet = nog niet gedaan
meetings-invitation-goal = Doel
meetings-invitation-audience = Voor wie
meetings-invitation-questions = Vragen die leven
meetings-invitation-time = Tijd

# $days (Number) - how many days
meetings-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
}
meetings-to-plan = Pas de agenda aan
meetings-case-cause = Uit een knelpunt
meetings-bottlenecks = Wat hieraan voorafgaat
