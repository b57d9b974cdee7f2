# Conversations between meetings.

community-title = Gesprekken
community-lead-group = Voor tussendoor: een vraag, een tip, een afspraak. Alleen je groep en je begeleider lezen mee.
community-lead-programme = Voor tussendoor: een vraag, een tip, een nieuwtje. Iedereen in dit programma leest mee, ook de organisator.
community-no-cases = Casussen en alles wat over een cliënt of collega gaat, horen hier niet: wat hier staat, wordt bewaard en gemaild. Breng ze in tijdens een bijeenkomst.
community-cases-group = Naar de bijeenkomsten van je groep
community-cases-my = Naar je bijeenkomsten
community-begin = Begin een gesprek
community-none = Nog geen gesprekken
community-none-text = Stel een vraag of deel iets dat jou hielp. De anderen horen ervan.

# $count (Number) - how many messages
community-unread = { $count } nieuw
community-closed = gesloten

# $name (String) - who began it
community-by = Begonnen door { $name }

# $count (Number) - how many messages
community-messages = { $count } { $count ->
    [one] bericht
   *[other] berichten
}

# $moment (String) - a day and a time
community-last = laatste op { $moment }

# $date (String) - a day
# $time (String) - a time
community-moment = { $date }, { $time } uur
community-thread-title = Waar gaat het over?
community-first = Je bericht
community-text-hint = Gewone tekst. Een lege regel maakt een nieuwe alinea; een adres dat met https:// begint, wordt een link.
community-open = Plaats het gesprek
community-pages = Bladeren
community-earlier = Vorige

# $page (Number) - which page
# $pages (Number) - how many there are
community-page = { $page } van { $pages }
community-later = Volgende
community-new = nieuw
community-changed = gewijzigd
community-removed = Dit bericht is weggehaald door wie het schreef.
community-change-or-remove = Wijzig of haal weg
community-remove = Haal weg

# $number (Number) - which message
community-of = (bericht { $number })
community-mark-read = Ik heb dit gelezen
community-answer = Je antwoord
community-send = Plaats je antwoord
community-typed = Dit had je geschreven
community-typed-hint = Kopieer het als je het wilt bewaren. Het is niet geplaatst.
community-is-closed = Dit gesprek is gesloten. Je kunt het lezen en niet meer antwoorden.
community-closed-meanwhile = Dit gesprek is gesloten terwijl je schreef. Je tekst staat hieronder en is niet geplaatst.
community-close-text = Na het sluiten kan iedereen dit gesprek nog lezen, en niemand meer antwoorden.
community-close = Sluit het gesprek
community-reopen-text = Na het openen kan iedereen weer antwoorden.
community-reopen = Open het gesprek weer
community-own = Je eigen bericht
community-own-text = Je bericht
community-save = Bewaar
community-too-late = Wijzigen kan tot een uur nadat je het schreef, zolang het gesprek open is. Weghalen kan altijd.
community-remove-text = De tekst verdwijnt voorgoed. De anderen zien dat hier een bericht stond; wie het al per mail kreeg, houdt die mail.

# $count (Number) - how many messages
community-to-threads = Naar de gesprekken{ $count ->
    [0] { "" }
   *[other] { " " }({ $count } nieuw)
}

community-hear = Hoe wil je hiervan horen?
community-hear-hint = Wat je al las, krijg je niet meer gemaild.
community-hear-sensitive = De mail zegt alleen dat er iets nieuws is, en niet wat. Wat je al las, krijg je niet meer gemaild.
community-hear-each = Elk bericht in een mail
community-hear-digest = Eén mail per dag, 's ochtends, als er iets nieuws is
community-hear-nothing = Geen mail

# $name (String) - to whom
community-dear = Dag { $name },

# $title (String) - of the thread
# $place (String) - group or programme
community-subject-message = { $title } ({ $place })
community-subject-neutral = Er is een nieuw bericht voor je
community-subject-digest = Nieuw in je gesprekken

# $author (String) - who wrote
# $title (String) - of the thread
# $place (String) - group or programme
community-first-message = { $author } schreef in "{ $title }" ({ $place }):
community-first-neutral = Er is een nieuw bericht voor je in Kring.
community-first-digest = Dit is er nieuw.

# $title (String) - of the thread
# $place (String) - group or programme
# $count (Number) - new messages
community-digest-thread = { $title } ({ $place }), { $count } nieuw
community-digest-neutral = Er zijn nieuwe berichten voor je:

# $count (Number) - threads
community-digest-more = En nog { $count } { $count ->
    [one] ander gesprek
   *[other] andere gesprekken
}:
community-read-and-answer = Lees alles en antwoord:
community-read-on = Lees verder:
community-why-each = Je krijgt elk bericht in een mail. Liever één mail per dag, of geen? Kies het hier:
community-why-digest = Deze mail komt hoogstens één keer per dag. Liever elk bericht, of geen mail? Kies het onderaan bij de gesprekken.

community-directory = Wie kan wat
community-directory-lead = Mensen uit dit programma die gevonden willen worden. Alleen wie in dit programma zit, ziet deze lijst.
community-directory-none = Er staat nog niemand in
community-directory-none-text = Zet jezelf erin, dan weten anderen je te vinden.

# $count (Number) - how many people
community-directory-count = { $count ->
    [0] Niemand gevonden
    [one] 1 persoon
   *[other] { $count } mensen
}
community-listed = Je staat in deze lijst.
community-not-listed = Je staat niet in deze lijst.
community-leave-directory = Haal mij eruit
community-card-to = Vertel wat jij kunt en zoekt
community-search-about = Waarover
community-search-hint = Bijvoorbeeld: slaap copd
community-search-job = Functie
community-search-region = Regio
community-search-all = Alle
community-search = Zoek
community-card = Vindbaar zijn
community-card-lead = Vertel waar je van weet, wat je anderen kunt bieden en wat je zoekt. Je staat alleen in de lijst van een programma als je dat hier aanvinkt.
community-card-nowhere = Je zit nog niet in een programma
community-card-nowhere-text = Zodra je meedoet aan een programma, kun je je hier vindbaar maken.
community-expertise = Daar weet ik van
community-expertise-hint = Onderwerpen waarvoor anderen je mogen bellen.
community-offers = Dat bied ik
community-offers-hint = Een interventie die bij jullie werkt, een werkwijze, een middag meelopen.
community-seeks = Dat zoek ik
community-seeks-hint = Een interventie waar je over denkt, iemand die het al doet.
community-card-in = In welke programma's mag dit staan?
community-card-in-hint = Mensen uit dat programma zien je naam, functie, organisatie, regio, mailadres en wat je hier schrijft. Vink je niets aan, dan sta je nergens.
community-card-empty = Vul minstens één van de drie in, of vink geen programma aan.
community-chat = Eigen chat van de groep
community-chat-lead = Gebruikt je groep al een chat? Zet hier de uitnodiging, dan vindt iedereen hem op de pagina van de groep.
community-chat-link = Link naar de chat
community-chat-hint = Een link die met https:// begint, of een uitnodiging van Signal of WhatsApp. Maak het veld leeg om de link weg te halen.
community-chat-wrong = Begin met https://, of plak een uitnodiging van Signal of WhatsApp.
community-chat-open = Naar de chat van de groep
community-chat-outside = Deze chat is buiten Kring. Kring ziet er niets van en kan niets voor je weghalen. Deel er geen casussen.
community-chat-set = Zet hier een link naar de chat van je groep
community-chat-change = Wijzig de link

community-answer-by-mail = Antwoord op deze mail, of lees alles en antwoord hier:
community-subject-returned = Je antwoord is niet geplaatst
community-returned-closed = Het gesprek is gesloten, dus je antwoord is niet geplaatst.

# $most (Number) - letters
community-returned-long = Je antwoord heeft meer dan { $most } letters, dus het is niet geplaatst. Maak het korter, of deel het op.
community-returned-text = Dit had je geschreven:

community-saved = Bewaard.
