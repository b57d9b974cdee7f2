# What can be counted of a programme.

reports-overview = Overzicht
reports-groups = Groepen
reports-group = Groep
reports-people = Deelnemers
reports-held = Gehouden
reports-coming = Nog gepland
reports-came = Aanwezig

# $share (Number) - in hundredths
reports-percent = { $share } %
reports-to-do = Wat nu aandacht vraagt
reports-to-do-none = Niets. Alle groepen hebben een volgende bijeenkomst, en er wacht niemand op je.

# $count (Number) - how many applications
reports-applied = { $count ->
    [one] Eén aanmelding wacht op jouw antwoord
   *[other] { $count } aanmeldingen wachten op jouw antwoord
}

# $count (Number) - how many applications
reports-waiting = { $count ->
    [one] Eén persoon staat op de wachtlijst
   *[other] { $count } mensen staan op de wachtlijst
}

# $count (Number) - how many mails
reports-failed = { $count ->
    [one] Eén mail van de laatste dertig dagen is niet aangekomen
   *[other] { $count } mails van de laatste dertig dagen zijn niet aangekomen
}

# $count (Number) - how many mails
reports-stuck = { $count ->
    [one] Eén mail kon nog niet weg
   *[other] { $count } mails konden nog niet weg
}

# $count (Number) - how many groups
reports-concerned = { $count ->
    [one] Eén groep vraagt aandacht
   *[other] { $count } groepen vragen aandacht
}
reports-soon = Eerstvolgende bijeenkomsten
reports-soon-none = Er is nog niets gepland. Plan bijeenkomsten vanaf de pagina van een groep.

# $coming (Number) - who did not say no
# $listed (Number) - who is on the list
reports-expected = { $coming } van { $listed } verwacht
reports-all-groups = Alle groepen
reports-no-groups = Er zijn nog geen groepen
reports-no-groups-text = Laat eerst mensen toe. Daarna deel je ze in.
reports-no-groups-open = Dit programma heeft open bijeenkomsten en geen vaste groepen.
reports-attention = Aandacht
reports-last = Laatste
reports-next = Volgende
reports-fine = In orde
reports-silent = Stil: niets gepland, en lang of nooit bij elkaar geweest
reports-nothing-ahead = Nog niets gepland
reports-no-facilitator = Geen begeleider

# $count (Number) - how many take part
reports-small = { $count ->
    [0] Nog niemand in de groep
    [one] Maar één deelnemer
   *[other] Maar { $count } deelnemers
}

# $count (Number) - how many take part
reports-large = Groot: { $count } deelnemers

# $count (Number) - how many meetings
reports-left-open = { $count ->
    [one] Eén bijeenkomst is voorbij en niet afgesloten
   *[other] { $count } bijeenkomsten zijn voorbij en niet afgesloten
}
reports-absent = Vaak mensen afwezig
reports-no-content = Je ziet hier alleen aantallen en data. Wat een groep bespreekt, blijft in de groep.
