# The page of a programme.

programmes-kind-open = Open bijeenkomsten
programmes-kind-groups = Vaste groepen
programmes-kind-trajectory = Traject
programmes-audience = Voor wie
programmes-time = Wat het vraagt
programmes-period = Wanneer

# $from (String) - a month
# $to (String) - a month
programmes-from-to = { $from } tot en met { $to }
programmes-funder = Mogelijk gemaakt door
programmes-groups = Groepen

# $count (Number) - people
programmes-members = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}
programmes-organiser-note = Als organisator zie je wie meedoet en wanneer. Casussen en wat erover gezegd wordt zie je niet.
programmes-to-evaluation = Wat vonden de deelnemers ervan?
programmes-coming = Komende bijeenkomsten
programmes-past = Eerder

programmes-mine = Mijn programma's
programmes-new = Nieuw programma
programmes-none-title = Nog geen programma
programmes-none-text = Een programma heeft een doel, een doelgroep en een periode. Daarna komen de mensen, de groepen en de bijeenkomsten.
programmes-settings = Instellingen
programmes-settings-lead = Dit lezen mensen voordat ze zich aanmelden. Alles is later nog te veranderen.
programmes-manage = Voor organisatoren
programmes-legend-what = Wat voor programma
programmes-legend-text = Wat mensen lezen
programmes-legend-frame = Wanneer, waar en door wie
programmes-legend-page = De pagina
programmes-organisation = Organisatie
programmes-name = Naam
programmes-name-hint = Kies een naam die ook een collega over je schouder mag lezen.
programmes-kind = Vorm
programmes-state = Stand
programmes-state-draft = Concept
programmes-state-open = Open
programmes-state-closed = Gesloten
programmes-state-ended = Afgerond
programmes-state-hint = Een concept zien alleen organisatoren. Aanmelden kan alleen bij Open.
programmes-goal = Doel
programmes-goal-hint = Wat levert het op voor wie meedoet?
programmes-time-hint = Hoe vaak, hoe lang, en wat iemand vooraf doet.
programmes-in-english = Ook in het Engels
programmes-in-english-hint = Wat je leeg laat, lezen Engelstalige bezoekers in het Nederlands.

# $field (String) - what a field is called
programmes-english = { $field } (Engels)
programmes-starts = Begint op
programmes-ends = Eindigt op
programmes-ends-before = Het einde ligt voor het begin.
programmes-region = Regio
programmes-region-hint = Waar de bijeenkomsten zijn, of ‘online’.
programmes-contact = Vragen? Neem contact op
programmes-contact-hint = Een naam met een mailadres of telefoonnummer. Iedereen kan dit lezen. Mag leeg blijven.
programmes-accent = Kleur
programmes-accent-teal = Zeegroen
programmes-accent-indigo = Indigo
programmes-accent-plum = Pruim
programmes-accent-ochre = Oker
programmes-accent-moss = Mos
programmes-address = Kort adres
programmes-address-hint = Kleine letters, cijfers en streepjes. Laat leeg voor een adres uit de naam. Een vorig adres blijft werken.

# $least (Number) - fewest characters
# $most (Number) - most characters
programmes-address-wrong = Gebruik { $least } tot { $most } kleine letters, cijfers en losse streepjes.
programmes-address-taken = Dit adres is al in gebruik. Kies een ander.
programmes-is-public = Iedereen met het adres mag de pagina lezen
programmes-is-public-hint = Zet dit uit voor een programma op uitnodiging: dan zien alleen deelnemers de pagina.
programmes-meanwhile = Iemand anders heeft dit programma net veranderd. Hieronder staat wat daar nu staat; in het formulier staat wat jij schreef. Bewaar je opnieuw, dan geldt jouw tekst.
programmes-now-empty = (leeg)
programmes-is-draft = Dit is een concept. Alleen organisatoren zien het. Zet de stand op Open als het klaar is.
programmes-share = Deel dit adres:
programmes-places = Plaatsen

# $count (Number) - places
programmes-room = { $count ->
    [one] Plaats voor één deelnemer
   *[other] Plaats voor { $count } deelnemers
}
programmes-applying = Meedoen

# $day (String) - a date
programmes-apply-until = Aanmelden kan tot en met { $day }.
programmes-apply-now = Je kunt je nu aanmelden.
programmes-apply = Meld je aan
programmes-apply-over = Aanmelden kan niet meer.
programmes-is-ended = Dit programma is afgerond.
programmes-feed = Volg de open bijeenkomsten (Atom)
programmes-applications = Aanmeldingen
programmes-enrolment = Aanmelden
programmes-leave = Stoppen met dit programma

programmes-legend-meetings = Bijeenkomsten
programmes-reminders = Herinner zoveel dagen vooraf
programmes-reminders-hint = Bijvoorbeeld 14, 1. Laat leeg voor geen herinneringen. Geldt voor uitnodigingen die vanaf nu weggaan.

# $count (Number) - how many
# $most (Number) - most days
programmes-reminders-wrong = Vul hoogstens { $count } hele getallen in, van 1 tot en met { $most }, met een komma ertussen.
programmes-sensitive = Houd titels uit agenda's en mails
programmes-sensitive-hint = In agenda's en onderwerpen staat dan alleen "Bijeenkomst" met de naam van de groep. Handig als collega's of naasten meekijken.
programmes-norm = Norm voor aanwezigheid, in procenten
programmes-norm-hint = Een begeleider ziet wie eronder zit. Laat leeg als je niets vraagt.
