# Figures of a programme, for who pays.

sponsors-title = Cijfers van het programma

# $date (String) - the day on which the page is read
sponsors-as-of = Stand van { $date }
sponsors-organisations = Organisaties en praktijken
sponsors-hours = Uren samen
sponsors-by-quarter = Per kwartaal

# $number (Number) - which quarter, 1 to 4
# $year (String) - the year
sponsors-quarter = { $number }e kwartaal { $year }
sponsors-none-held = Er is nog geen bijeenkomst gehouden.
sponsors-period = Periode
sponsors-visits = Bezoeken
sponsors-all = Hele programma
sponsors-figure = Cijfer
sponsors-value = Waarde

# $yes (Number) - how many said yes
# $all (Number) - how many answered
sponsors-yes-of = { $yes } van { $all } ja
sponsors-rule = Je ziet alleen aantallen van het hele programma: geen namen, geen groepen en niets van wat er besproken is. Wie er was, telt mee vanaf vijf mensen op de lijst, en een mening vanaf vijf antwoorden. Uren samen zijn de geplande uren van iedereen die er was.
sponsors-csv = Download als CSV
sponsors-who = Wie de cijfers ziet
sponsors-who-lead = Geef iemand van het fonds of de opdrachtgever inzage in de cijfers van het hele programma. Meer zien zij niet: geen namen, geen groepen, geen casussen.
sponsors-look = Bekijk de cijfers zoals zij ze zien
sponsors-nobody = Nog niemand kijkt mee
sponsors-nobody-text = Alleen de organisatoren zien de cijfers.

# $date (String) - a day
sponsors-since = sinds { $date }
sponsors-end = Trek in

# $name (String) - whose access ends
sponsors-end-of = Trek de inzage van { $name } in
sponsors-mail-hint = Naar dit adres gaat de mail, en hiermee meldt deze persoon zich aan.
sponsors-works-for = Voor wie
sponsors-works-for-hint = Het fonds, de opdrachtgever of de organisatie waar deze persoon voor werkt.
sponsors-give-title = Geef iemand inzage
sponsors-give = Geef inzage
sponsors-give-note = Deze persoon krijgt meteen een mail met de weg naar de cijfers.

# $programme (String) - name of the programme
sponsors-mail-subject = De cijfers van { $programme }

# $programme (String) - name of the programme
sponsors-mail-first = Je kunt vanaf nu de cijfers van { $programme } bekijken.
sponsors-mail-what = Je ziet hoeveel mensen meedoen, hoeveel bijeenkomsten er waren en wat mensen ervan vonden. Namen, groepen en wat er besproken is, zie je niet.
sponsors-mail-see = Bekijk de cijfers:
sponsors-role = je ziet de cijfers
