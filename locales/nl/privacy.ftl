# What in a text can give somebody away.

# $line (Number) - the line of the input
# $reason (String) - what is wrong with it
privacy-line = Regel { $line }: { $reason }
privacy-not-a-text = Dit is geen JSON met een tekst erin. Een goed voorbeeld is: {"{"}"id": "1", "text": "Mevrouw Jansen belde."{"}"}
privacy-long-line = Deze regel is langer dan 8 MB en is overgeslagen. Splits de tekst.
privacy-not-utf8 = Hier staat een teken dat geen UTF-8 is. Bewaar de tekst als UTF-8.
privacy-nothing = Niets gevonden dat iemand herkenbaar maakt. Lees de tekst zelf ook na: een bijzonder verhaal is ook zonder namen te herkennen.
# $line (Number) - the line of the text
# $shown (String) - the piece of text
# $kind (String) - what it is
# $certainty (String) - how sure
# $reason (String) - why
privacy-finding = Regel { $line }: "{ $shown }" · { $kind } · { $certainty }: { $reason }
# $instead (String) - what could stand there
privacy-instead = Liever: { $instead }
# $count (Number) - how many findings
privacy-total = { $count ->
    [one] Eén plek gevonden. Lees de tekst zelf ook na: een bijzonder verhaal is ook zonder namen te herkennen.
   *[other] { $count } plekken gevonden. Lees de tekst zelf ook na: een bijzonder verhaal is ook zonder namen te herkennen.
}

privacy-kind-person = een naam
privacy-kind-street = een adres
privacy-kind-postcode = een postcode
privacy-kind-place = een plaats
privacy-kind-date = een datum
privacy-kind-age = een leeftijd
privacy-kind-phone = een telefoonnummer
privacy-kind-mail = een mailadres
privacy-kind-web = een webadres
privacy-kind-bsn = een BSN
privacy-kind-number = een patiënt- of dossiernummer
privacy-kind-registration = een registratienummer
privacy-kind-iban = een bankrekening
privacy-kind-institution = een instelling of praktijk

privacy-perhaps = misschien
privacy-likely = waarschijnlijk
privacy-certain = zeker

privacy-reason-form = het ziet er precies zo uit
privacy-reason-checksum = het controlegetal klopt
privacy-reason-announced = het woord ervoor zegt het
privacy-reason-role = er staat een titel, functie of familielid voor
privacy-reason-given-name = het is een voornaam
privacy-reason-surname = het is een achternaam
privacy-reason-initials = er staan voorletters bij
privacy-reason-behaviour = het staat in de zin als iemand
privacy-reason-known-place = het is een plaats in Nederland
privacy-reason-situation = de woorden eromheen wijzen erop
privacy-reason-known-institution = het is een bekende instelling
privacy-reason-repeated = het staat elders in de tekst ook

privacy-leave-out = weglaten
privacy-somebody = iemand, zonder naam
# $word (String) - a role, a relative or a kind of institution, from the text
privacy-a = een { $word }
# $decade (Number) - 10, 20 and so on
privacy-decade = in de { $decade }
privacy-young-child = een kind onder de tien
# $year (String) - the first of ten years
privacy-born-in = uit de jaren vanaf { $year }
privacy-spring = in het voorjaar
privacy-summer = in de zomer
privacy-autumn = in het najaar
privacy-winter = in de winter
privacy-region = een plaats in de regio
privacy-address = een adres in de buurt
privacy-organisation = een instelling
privacy-someone = iemand

# $count (Number) - how many findings
privacy-saw = { $count ->
    [one] Kring zag één plek die iemand herkenbaar kan maken
   *[other] Kring zag { $count } plekken die iemand herkenbaar kunnen maken
}
privacy-saw-text = Kring kijkt mee, en mist ook dingen. Een bijzonder verhaal is ook zonder namen te herkennen: lees dus zelf.

# $instead (String) - what would stand there
privacy-replace = Vervang door "{ $instead }"
privacy-remove = Haal weg
privacy-change-yourself = Verander dit zelf
privacy-anyway = Dit kan zo: niemand is hieraan te herkennen

# $count (Number) - how many findings
privacy-still = { $count ->
    [one] Kring ziet nog één plek, zie bovenaan. Verander die, of vink hieronder aan dat het zo kan.
   *[other] Kring ziet nog { $count } plekken, zie bovenaan. Verander ze, of vink hieronder aan dat het zo kan.
}

privacy-marks-fine = Dit kan zo
privacy-marks-key = Alt+Enter
