# Who sits in which group.

placing-title = Mensen en groepen

# $count (Number) - how many people are in no group
placing-lead = { $count ->
    [0] Iedereen heeft een plek in een groep.
    [one] Eén persoon zit nog niet in een groep.
   *[other] { $count } mensen zitten nog niet in een groep.
}
placing-groups = Groepen
placing-no-groups = Er zijn nog geen groepen. Maak de eerste hieronder.

# $count (Number) - how many participants
placing-size = { $count } { $count ->
    [one] deelnemer
   *[other] deelnemers
}
placing-not-led = nog geen begeleider
placing-group-name = Naam van een nieuwe groep
placing-make-group = Maak de groep
placing-show = Wie je ziet
placing-everybody = Iedereen
placing-without = Nog in geen groep
placing-add = Voeg iemand toe
placing-add-lead = Voor wie zich niet zelf aanmeldt, zoals een begeleider.
placing-none = Er doet nog niemand mee
placing-none-text = Wie je toelaat, staat hier. Je kunt ook zelf iemand toevoegen.
placing-nobody-here = Hier staat nu niemand.
placing-form-wrong = Er klopt nog iets niet. Wat je aanvinkte, is er nog.
placing-nobody = Vink minstens één persoon aan.
placing-who = Wie

# $group (String) - name of a group
placing-leads = begeleidt { $group }
placing-no-group = nog in geen groep
placing-what = Wat moet er gebeuren?
placing-into = Groep
placing-choose = Kies een groep
placing-out = Uit de groep halen
placing-as = Als
placing-participant = Deelnemer
placing-facilitator = Begeleider
placing-tell = Laat het hun met een mail weten
placing-do = Plaats
placing-note = Wie geplaatst wordt, krijgt meteen de uitnodigingen voor wat de groep gepland heeft. Wie een groep verlaat, gaat van de lijst van komende bijeenkomsten af. Wat er al was, blijft bewaard.
placing-back = Vorige
placing-further = Volgende
placing-name = Naam
placing-mail = Mailadres
placing-mail-hint = Kent Kring dit adres al, dan doet die persoon mee onder de naam die daar staat.
placing-wrong-mail = Dit is geen mailadres. Het ziet eruit als naam@organisatie.nl.

# $group (String) - name of a group
placing-subject-in = Je zit in { $group }

# $group (String) - name of a group
# $programme (String) - name of the programme
placing-first-in = Je hebt een plaats in { $group } van { $programme }.

# $group (String) - name of a group
placing-subject-leads = Je begeleidt { $group }

# $group (String) - name of a group
# $programme (String) - name of the programme
placing-first-leads = Je begeleidt { $group } van { $programme }.
placing-subject-joined = Je doet mee

# $programme (String) - name of the programme
placing-first-joined = Je doet mee met { $programme }.

# $names (String) - who leads the group
placing-led-by = { $names } begeleidt de groep.
placing-see-group = Kijk wie er nog meer in zit en wanneer jullie samenkomen:
placing-see-own = Alles van jou staat hier:
placing-sign-in = Aanmelden doe je met dit mailadres; een wachtwoord heb je niet nodig.
