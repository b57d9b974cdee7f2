# Meetings in calendars: planning a row, inviting, moving, cancelling, replies, lists.

calendar-series-title = Plan bijeenkomsten
calendar-series-lead = Kies een vaste dag en tijd. Kring stelt data voor rond de vakanties; jij kijkt ze na. Daarna heeft iedereen ze in de agenda.

# $group (String) - name of a group
calendar-series-name = Bijeenkomst { $group }
calendar-form-wrong = Er klopt nog iets niet. Het staat bij het veld; wat je invulde is er nog.
calendar-legend-what = Wat
calendar-legend-when = Wanneer
calendar-legend-where = Waar
calendar-title = Titel
calendar-title-hint = Staat in uitnodigingen en agenda's van iedereen. Zet er niets in over een casus.
calendar-method = Werkvorm
calendar-method-hint = Je kunt dit per bijeenkomst nog veranderen.
calendar-own = Eigen onderwerp of werkvorm
calendar-own-topic = Onderwerp
calendar-own-usual = Zoals alle andere
calendar-first = Eerste bijeenkomst
calendar-date = Dag
calendar-time = Begint om
calendar-minutes = Minuten
calendar-weeks = Om de hoeveel weken
calendar-count = Hoeveel bijeenkomsten
calendar-region = Schoolvakanties vrijhouden
calendar-region-none = Niet nodig
calendar-region-noord = Regio Noord
calendar-region-midden = Regio Midden
calendar-region-zuid = Regio Zuid
calendar-place = Plaats
calendar-directions = Hoe kom je er
calendar-online = Adres van de videobijeenkomst
calendar-online-hint = Van welke dienst dan ook, beginnend met https://
calendar-make-video = Maak een videokamer
calendar-make-video-hint = Kring maakt een adres dat niemand kan raden, voor elke bijeenkomst een eigen. Een adres dat hierboven staat, vervalt dan.
calendar-look = Stel data voor
calendar-look-again = Stel opnieuw voor

# $count (Number) - how many dates
calendar-days = { $count } { $count ->
    [one] datum
   *[other] data
}
calendar-days-none = Er is geen vrije dag gevonden. Kies een andere dag of een ander ritme.
calendar-days-text = Verander wat je anders wilt. Maak een regel leeg om die bijeenkomst weg te laten.

# $number (Number) - which row
calendar-day = Datum { $number }
calendar-more-days = Nog een datum toevoegen
calendar-schools-unknown = Van een deel van deze data weet Kring nog niet wanneer de scholen vrij zijn. Kijk die zelf na.

# $day (String) - a date
# $why (String) - a holiday
calendar-instead-of = in plaats van { $day }: { $why }
calendar-plan-and-invite = Plan en nodig iedereen uit
calendar-plan-only = Bewaar als concept
calendar-decide-text = Bij een uitnodiging hoort een agendabestand. Een concept zien alleen de begeleider en de organisator, en er gaat nog geen mail over weg.
calendar-holiday-new-year = nieuwjaarsdag
calendar-holiday-good-friday = Goede Vrijdag
calendar-holiday-easter = Pasen
calendar-holiday-kings-day = Koningsdag
calendar-holiday-liberation = Bevrijdingsdag
calendar-holiday-ascension = Hemelvaartsdag
calendar-holiday-whitsun = Pinksteren
calendar-holiday-christmas = Kerstmis
calendar-school-autumn = herfstvakantie
calendar-school-christmas = kerstvakantie
calendar-school-spring = voorjaarsvakantie
calendar-school-may = meivakantie
calendar-school-summer = zomervakantie
calendar-wrong-missing = Vul dit in.
calendar-wrong-date = Dit is geen datum. Schrijf hem als 2027-01-31.
calendar-wrong-past = Dit is al voorbij. Kies een later moment.
calendar-wrong-time = Dit is geen tijd. Schrijf hem als 19:30.

# $least (Number) - the least
# $most (Number) - the most
calendar-wrong-number = Kies een getal van { $least } tot { $most }.
calendar-wrong-link = Een adres begint met https:// en heeft geen spaties.

# $most (Number) - the most
calendar-wrong-long = Dit is te lang. Er passen { $most } tekens.
calendar-wrong-nowhere = Vul een plaats in, of het adres van een videobijeenkomst.
calendar-wrong-choose = Kies er een uit de lijst.
calendar-wrong-no-days = Er staat geen enkele datum. Stel opnieuw voor, of vul er zelf een in.
calendar-wrong-changed = Iemand anders heeft deze bijeenkomst net veranderd. Kijk hieronder na of jouw gegevens nog kloppen; ververs de pagina om de nieuwe te zien.
calendar-wrong-too-late = Deze bijeenkomst is begonnen, voorbij of afgezegd. Je kunt de datum niet meer veranderen.
calendar-date-title = Wanneer en waar

# $when (String) - day and time
calendar-now-is = Nu: { $when }

# $people (Number) - how many people
calendar-tells = { $people } { $people ->
    [one] mens krijgt
   *[other] mensen krijgen
} hierover één mail. In hun agenda verschuift de bijeenkomst vanzelf.
calendar-tells-nobody = Dit is nog een concept: er gaat geen mail over weg.
calendar-save = Bewaar
calendar-to-cancellation = Zeg deze bijeenkomst af
calendar-cancel-title = Bijeenkomst afzeggen

# $people (Number) - how many people
calendar-cancel-tells = { $people } { $people ->
    [one] mens krijgt
   *[other] mensen krijgen
} meteen bericht, en de bijeenkomst verdwijnt uit hun agenda. Dit kun je niet terugdraaien.
calendar-because-label = Waarom, voor in de mail
calendar-because-hint = Mag leeg blijven. Schrijf niets over een casus of over iemands gezondheid.
calendar-cancel = Zeg af en laat het iedereen weten
calendar-cancel-not = Toch niet afzeggen

# $name (String) - name of a person
calendar-reply-for = Uitnodiging voor { $name }
calendar-reply-question = Kom je?
calendar-reply-yes = Ja, ik kom
calendar-reply-no = Nee, ik kan niet
calendar-reply-reason = Kun je niet: wil je zeggen waarom?
calendar-reply-reason-hint = Mag leeg blijven. Alleen de begeleider leest het.
calendar-reply-send-no = Meld me af
calendar-said-yes = Je hebt gezegd dat je komt. Tot dan.
calendar-said-no = Je hebt je afgemeld. Lukt het toch, dan kun je dat hier nog zeggen.
calendar-is-cancelled = Deze bijeenkomst gaat niet door.
calendar-reply-too-late = De bijeenkomst is begonnen of gaat niet door. Je kunt hier niets meer doorgeven; bel of mail de begeleider.
calendar-feed-title = Je bijeenkomsten in je eigen agenda
calendar-feed-lead = Abonneer je agenda één keer op deze lijst. Nieuwe bijeenkomsten en andere tijden komen er dan vanzelf in.
calendar-feed-copy = Dit is het adres van jouw lijst. Kopieer het nu: Kring laat het maar één keer zien.
calendar-feed-address = Adres van je lijst
calendar-feed-how = In Google Agenda: Andere agenda's, Via URL. In Outlook: Agenda toevoegen, Abonneren via internet. Op een iPhone: Agenda's, Voeg agenda toe, Voeg agenda-abonnement toe.

# $day (String) - a date
calendar-feed-since = Je lijst heeft een adres sinds { $day }.
calendar-feed-make = Maak een adres
calendar-feed-renew = Maak een nieuw adres
calendar-feed-renew-text = Een nieuw adres maakt het oude ongeldig. Doe dat als iemand anders het heeft gezien.
calendar-feed-end = Stop met de lijst
calendar-list-name = Kring

# $day (String) - a date
# $from (String) - a time
# $to (String) - a time
calendar-when = { $day }, { $from }–{ $to } uur
calendar-neutral = Bijeenkomst

# $group (String) - name of a group
calendar-neutral-group = Bijeenkomst van { $group }

# $title (String) - title of a meeting
# $day (String) - a date
calendar-subject-invited = Uitnodiging: { $title }, { $day }

# $title (String) - title of a meeting
# $day (String) - a date
calendar-subject-place = Je plaats: { $title }, { $day }

# $title (String) - title of a meeting
# $day (String) - a date
calendar-subject-moved-up = Er is een plaats voor je: { $title }, { $day }

# $title (String) - title of a meeting
# $day (String) - a date
calendar-subject-moved = Gewijzigd: { $title }, nu { $day }

# $title (String) - title of a meeting
# $day (String) - a date
calendar-subject-cancelled = Gaat niet door: { $title }, { $day }

# $title (String) - title of a meeting
# $day (String) - a date
calendar-subject-left = Niet meer in je agenda: { $title }, { $day }

# $title (String) - title of a meeting
# $day (String) - a date
calendar-subject-soon = Herinnering: { $title }, { $day }

# $name (String) - name of a person
calendar-dear = Dag { $name },

# $title (String) - title of a meeting
# $home (String) - name of a group or programme
calendar-first-invited = Je bent uitgenodigd: { $title } ({ $home }).

# $title (String) - title of a meeting
# $home (String) - name of a programme
calendar-first-place = Je hebt een plaats: { $title } ({ $home }). Fijn dat je komt.

# $title (String) - title of a meeting
# $home (String) - name of a programme
calendar-first-moved-up = Je stond op de wachtlijst. Er is een plaats vrijgekomen en die is voor jou: { $title } ({ $home }).

# $title (String) - title of a meeting
# $home (String) - name of a group or programme
calendar-first-moved = Er is iets veranderd aan { $title } ({ $home }). Dit geldt nu:

# $title (String) - title of a meeting
# $home (String) - name of a group or programme
calendar-first-cancelled = { $title } ({ $home }) gaat niet door.

# $title (String) - title of a meeting
# $home (String) - name of a group or programme
calendar-first-left = Je staat niet meer op de lijst van { $title } ({ $home }). De bijeenkomst zelf gaat door.

# $days (Number) - days to go
# $title (String) - title of a meeting
# $home (String) - name of a group or programme
calendar-first-soon = { $days ->
    [one] Morgen is het zover
   *[other] Over { $days } dagen is het zover
}: { $title } ({ $home }).

# $when (String) - day and time
calendar-line-when = Wanneer: { $when }

# $place (String) - a place
calendar-line-place = Waar: { $place }

# $way (String) - directions
calendar-line-way = Zo kom je er: { $way }

# $link (String) - an address
calendar-line-online = Online: { $link }

# $because (String) - a reason
calendar-because = Waarom: { $because }
calendar-sample-subject = Eten in de feestmaand
calendar-sample-because = De begeleider is verhinderd.
calendar-ask = Laat weten of je komt:
calendar-ask-place = Kun je toch niet? Meld je dan af; een ander krijgt je plaats:
calendar-file = Open de bijlage om de bijeenkomst in je agenda te zetten. Verandert er iets, dan krijg je een nieuwe en verschuift hij mee.
calendar-file-gone = Open de bijlage om de bijeenkomst uit je agenda te halen.
calendar-all-of-it = Alles over deze bijeenkomst:
calendar-to-series = Plan bijeenkomsten
calendar-to-date = Verander tijd of plaats
calendar-draft = Concept: nog niemand is uitgenodigd.
calendar-draft-word = concept
calendar-publish = Nodig iedereen uit
calendar-to-feed = Zet je bijeenkomsten in je agenda
calendar-to-file = Zet in je agenda

# $title (String) - title of a meeting
# $group (String) - name of a group or programme
calendar-first-speaker = Je bent uitgenodigd om te spreken bij { $title } ({ $group }).

# $subject (String) - what somebody speaks about
calendar-line-subject = Onderwerp: { $subject }
calendar-ask-speaker = Laat weten of je komt. Onder deze link vind je alles over de bijeenkomst; hij is alleen voor jou:
