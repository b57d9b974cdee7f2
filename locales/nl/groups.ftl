# The page of a group, and one's own page.


# $name (String) - first name
groups-hello = Dag { $name }
groups-nothing-title = Er staat niets gepland
groups-nothing-text = Zodra je organisator een bijeenkomst plant, staat die hier. Kijk intussen rond bij de werkvormen.
groups-next = Straks
groups-to-meeting = Naar de bijeenkomst
groups-my-actions = Dit ga ik doen

# $title (String) - of a meeting
groups-draft = Het verslag van "{ $title }" wacht op jou. Kijk wat erin blijft en geef het vrij; tot die tijd ziet niemand het.
groups-draft-look = Bekijk het verslag
groups-my-actions-none = Je hebt geen open acties.
groups-after-that = Daarna
groups-mine = Mijn groepen
groups-mine-none = Je hoort nog niet bij een vaste groep.
groups-role-facilitator = begeleider
groups-role-organiser = organisator
groups-role-participant = deelnemer

# $count (Number) - people
groups-summary = { $count ->
    [one] 1 deelnemer.
   *[other] { $count } deelnemers.
}

# $count (Number) - people
# $names (String) - list of names
groups-summary-led = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}, begeleid door { $names }.
groups-coming = Wat komt
groups-coming-none = Er is nog geen volgende bijeenkomst gepland. Spreek aan het eind van elke keer de volgende datum af.
groups-past = Wat was
groups-topics = Onderwerpen
groups-topics-coming = Nog op het lijstje
groups-topics-discussed = Besproken

# $guest (String) - function of a guest speaker
groups-guest = met { $guest }
groups-ideas = Ideeënkaarten
groups-ideas-note = Uit de eerste bijeenkomsten van alle groepen. Wie iets uitprobeert, mag je vragen hoe het gaat.

# $origin (String) - group
groups-idea-from = Uit { $origin }

# $names (String) - list of names
groups-idea-tried = Geprobeerd door { $names }
groups-interventions = Wat praktijken kozen
groups-practice = Praktijk
groups-chosen = Vernieuwingen
groups-intervention-chosen = gekozen
groups-intervention-started = gestart
groups-intervention-embedded = gewoon geworden
groups-members = Wie erbij horen
groups-facilitator = begeleider

groups-organiser-note = Als organisator zie je de groep, de data en de lijst met onderwerpen. Casussen en resultaten blijven binnen de groep.
