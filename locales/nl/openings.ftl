# Open meetings: planning them, the page for everybody, signing up, the waiting list.

openings-list = Open bijeenkomsten
openings-list-lead = Een open bijeenkomst heeft een eigen pagina die je breed kunt delen. Mensen melden zich zelf aan, zonder account.
openings-none = Nog geen open bijeenkomst
openings-none-text = Plan er een. Niemand ziet hem voordat jij hem bekendmaakt.
openings-new = Plan een open bijeenkomst
openings-past = Eerder

# $count (Number) - people with a place
openings-coming = { $count ->
    [one] één mens komt
   *[other] { $count } mensen komen
}

# $count (Number) - places
openings-free = { $count ->
    [one] Nog één plaats vrij
   *[other] Nog { $count } plaatsen vrij
}
openings-free-for-all = Er is plaats voor iedereen

# $ahead (Number) - people who wait
openings-full = { $ahead ->
    [0] Vol; je kunt op de wachtlijst
    [one] Vol; er wacht één mens
   *[other] Vol; er wachten { $ahead } mensen
}
openings-organisation = Waar je werkt
openings-title = Kom je ook?
openings-lead = Meld je aan. Je hebt geen account nodig.
openings-wait-title = Op de wachtlijst
openings-wait-lead = Alle plaatsen zijn bezet. Komt er een vrij, dan krijg je hem vanzelf en hoor je het per mail.

# $day (String) - a date
# $time (String) - a time
openings-until = Aanmelden kan tot { $day }, { $time } uur.
openings-sign-up = Meld me aan
openings-wait = Zet me op de wachtlijst

# $organisation (String) - who runs the programme
openings-privacy = Je gegevens zijn voor { $organisation } en voor wie de bijeenkomst begeleidt. Met de link in je mail kun je je weer afmelden.

# $organisation (String) - who runs the programme
openings-organised-by = Georganiseerd door { $organisation }.
openings-is-draft = Dit is een concept. Alleen organisatoren zien deze pagina.
openings-is-closed = Aanmelden kan niet meer.
openings-is-over = Deze bijeenkomst is begonnen of al geweest.
openings-too-late = Je kunt je niet meer aanmelden voor deze bijeenkomst. Op de pagina staat bij wie je terechtkunt.
openings-asked = Kijk in je mail
openings-asked-lead = Je bent er bijna: je plaats is pas van jou als je je aanmelding bevestigt.
openings-asked-open = Open de mail die je van ons krijgt.
openings-asked-press = Volg de link en druk op de knop om te bevestigen.
openings-asked-then = Daarna krijg je een uitnodiging voor in je agenda, of bericht dat je op de wachtlijst staat.
openings-asked-no-mail = Geen mail? Kijk bij ongewenste mail, of controleer je adres en meld je nog eens aan.
openings-back = Naar de pagina van de bijeenkomst

openings-own-asked = Nog één ding: bevestig dat je komt
openings-own-asked-text = Pas als je op de knop drukt, heb je een plaats.
openings-confirm = Ja, ik kom
openings-own-too-late = Je hebt je aanmelding niet op tijd bevestigd. Aanmelden kan niet meer.

# $ahead (Number) - people in front
openings-own-waiting = { $ahead ->
    [0] Je staat bovenaan de wachtlijst. Komt er een plaats vrij, dan is die voor jou en krijg je een mail.
    [one] Je staat op de wachtlijst, met één mens voor je. Komt er een plaats voor je vrij, dan krijg je een mail.
   *[other] Je staat op de wachtlijst, met { $ahead } mensen voor je. Komt er een plaats voor je vrij, dan krijg je een mail.
}
openings-own-coming = Je hebt een plaats. In je mail staat de uitnodiging voor je agenda.
openings-own-gone = Je staat niet meer op de lijst. Op de pagina van de bijeenkomst kun je je opnieuw aanmelden, zolang dat kan.

# $mail (String) - a mail address
openings-own-how = Vanaf een kwartier van tevoren kom je hier binnen. Kring vraagt dan om een code die naar { $mail } gaat.
openings-own-meeting = Bekijk de agenda en wie er komt
openings-cannot = Kun je toch niet?
openings-leave-place = Meld je je af, dan gaat je plaats naar wie als eerste wacht en verdwijnt de bijeenkomst uit je agenda.
openings-leave-line = Je gaat dan van de lijst.

# $title (String) - title of a meeting
openings-subject-asked = Bevestig dat je komt: { $title }

# $title (String) - title of a meeting
openings-first-asked = Je hebt je aangemeld voor { $title }. Nog één ding: bevestig dat je komt. Pas dan heb je een plaats.
openings-confirm-here = Bevestig je aanmelding:
openings-not-you = Heb je je niet aangemeld? Dan hoef je niets te doen.

# $title (String) - title of a meeting
openings-subject-again = Je was al aangemeld: { $title }

# $title (String) - title of a meeting
openings-first-again = Je hebt je nog eens aangemeld voor { $title }. Dat hoeft niet: je staat al op de lijst.
openings-see-here = Bekijk hoe het staat, of meld je af:

# $title (String) - title of a meeting
openings-subject-waiting = Je staat op de wachtlijst: { $title }

# $title (String) - title of a meeting
# $ahead (Number) - people in front
openings-first-waiting = { $ahead ->
    [0] Alle plaatsen bij { $title } zijn bezet. Je staat bovenaan de wachtlijst.
    [one] Alle plaatsen bij { $title } zijn bezet. Je staat op de wachtlijst, met één mens voor je.
   *[other] Alle plaatsen bij { $title } zijn bezet. Je staat op de wachtlijst, met { $ahead } mensen voor je.
}
openings-moves-up = Komt er een plaats voor je vrij, dan krijg je hem vanzelf, met een uitnodiging voor in je agenda.

# $title (String) - title of a meeting
openings-subject-moved = Gewijzigd: { $title }

# $title (String) - title of a meeting
openings-first-moved = Er is iets veranderd aan { $title }. Je staat nog op de wachtlijst. Dit geldt nu:

# $title (String) - title of a meeting
openings-subject-called-off = Gaat niet door: { $title }

# $title (String) - title of a meeting
openings-first-called-off = { $title } gaat niet door. Je stond op de wachtlijst en hoeft niets te doen.

# $title (String) - title of a meeting
openings-subject-off = Niet meer op de wachtlijst: { $title }

# $title (String) - title of a meeting
openings-first-off = Je staat niet meer op de wachtlijst van { $title }.

openings-form-lead = Dit lezen mensen voordat ze besluiten te komen. Schrijf niets over een casus waaraan iemand te herkennen is.
openings-legend-text = De uitnodiging
openings-legend-room = Wie er kan komen
openings-title-hint = Staat op de pagina en in ieders agenda. Zet er niets in over een casus.
openings-online-hint = Alleen wie een plaats heeft, krijgt dit adres. Het begint met https://
openings-method-none = Kies ik later
openings-goal-hint = Wat heeft iemand eraan?
openings-audience-hint = Voor welk beroep, en wat moet iemand al weten?
openings-questions-hint = De vragen die aan bod komen, elk op een eigen regel.
openings-time-asked = Wat het van je vraagt
openings-time-hint = Hoe lang het duurt, en wat iemand vooraf doet.
openings-capacity = Aantal plaatsen
openings-capacity-hint = Met zes tot vijftien mensen komt iedereen aan het woord. De begeleider telt niet mee.
openings-closes-on = Laatste dag om je aan te melden
openings-closes-time = Tot
openings-closes-hint = Leeg: tot het begint.
openings-closes-time-hint = Leeg: tot het eind van die dag.
openings-closes-late = Dit is na het begin. Kies een eerdere dag of tijd.
openings-leader = Begeleider
openings-leader-hint = Wie de kring opent en leidt. Staat iemand er niet bij? Voeg die eerst toe bij Mensen.
openings-leader-none = Weet ik nog niet
openings-keep = Bewaar als concept
openings-meanwhile = Iemand anders heeft deze bijeenkomst net veranderd. Hieronder staat wat daar nu staat; in het formulier staat wat jij schreef. Bewaar je opnieuw, dan geldt jouw tekst.

openings-draft = Concept: niemand ziet deze bijeenkomst nog.
openings-programme-draft = Ook het programma is nog een concept. De pagina is er pas als dat niet meer zo is.
openings-publish = Maak bekend
openings-preview = Bekijk de pagina
openings-share = Deel dit adres:
openings-manage = Wat je kunt veranderen
openings-to-form = Tekst en plaatsen
openings-to-cancellation = Zeg af
openings-to-meeting = Bijeenkomst
openings-to-people = Uitnodiging, aanmeldingen en wachtlijst

# $count (Number) - people with a place
openings-people = { $count ->
    [0] Wie komt
   *[other] Wie komt ({ $count })
}
openings-nobody = Nog niemand heeft een plaats.

# $names (String) - names of people
openings-led-by = Begeleiding: { $names }
openings-no-leader = Er is nog geen begeleider. Zonder begeleider kan niemand de kring openen.

# $count (Number) - people who wait
openings-waiting = Wachtlijst ({ $count })
openings-waiting-text = Komt er een plaats vrij, dan krijgt de eerste hem vanzelf. Maak je het aantal plaatsen groter, dan ook.

# $count (Number) - people
openings-unconfirmed = Nog niet bevestigd ({ $count })
openings-unconfirmed-text = Zij hebben een mail, en nog geen plaats. Wie niet bevestigt, verdwijnt na twee weken van de lijst.
openings-remove = Haal van de lijst
openings-add = Zet zelf iemand op de lijst
openings-add-text = Bijvoorbeeld wie jou belde. Die persoon hoeft niets te bevestigen en krijgt de uitnodiging per mail. Is het vol, dan komt die op de wachtlijst.
openings-add-now = Zet op de lijst
openings-their-name = Naam
openings-their-mail = Mailadres
