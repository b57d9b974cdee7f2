# Lijsten van mensen erin en eruit.

transfer-title = Voer een lijst in
transfer-lead = Zet iedereen uit een spreadsheet in één keer in dit programma. Je ziet eerst wat er gebeurt; pas daarna verandert er iets.
transfer-columns = Wat er op de lijst staat
transfer-needed = De eerste regel heeft de kopjes. Naam en e-mailadres zijn nodig; voornaam, tussenvoegsel en achternaam apart mag ook. De rest mag:
transfer-about-group = Zoals de groep in Kring heet. Leeg: wel in het programma, nog niet in een groep. Wie meer groepen begeleidt, heeft voor elke groep een regel.
transfer-about-role = Deelnemer of begeleider. Leeg is deelnemer. Een begeleider zonder groep begeleidt in het hele programma.
transfer-about-language = De taal van de mails: nl of en. Leeg is nl.
transfer-about-work = Waar iemand werkt.
transfer-about-job = Wat iemand daar doet. Kring bewaart dit alleen samen met een organisatie.
transfer-example = Een voorbeeld om in te vullen:
transfer-as-workbook = Excel
transfer-as-sheet = CSV
transfer-file = Bestand

# $rows (Number) - how many rows at most
transfer-file-hint = Een Excel-bestand (.xlsx) of CSV, met hoogstens { $rows } mensen.
transfer-pasted = Of plak de lijst hier
transfer-pasted-hint = Kopieer in je spreadsheet de kopjes en de regels, en plak ze hier.
transfer-make = Maak groepen die nog niet bestaan
transfer-make-hint = Zonder vinkje is een onbekende groep een fout. Zo ontstaat er geen groep door een tikfout.
transfer-look = Bekijk wat er gebeurt
transfer-nothing-yet = Er verandert nog niets.
transfer-list-wrong = Deze lijst kan Kring zo niet lezen. Bij het veld staat waarom.
transfer-export = Neem de lijst mee
transfer-export-text = Iedereen in dit programma, met groep, rol en hoe het met de aanmelding staat. Dit bestand kun je hier ook weer invoeren.
transfer-preview = Wat er gebeurt

# $columns (String) - names of columns
transfer-ignored = Deze kolommen gebruikt Kring niet: { $columns }.

# $count (Number) - how many rows
transfer-blocked = { $count ->
    [one] Eén regel klopt nog niet.
   *[other] { $count } regels kloppen nog niet.
} Er is niets veranderd. Verbeter hieronder de lijst, of je bestand, en kijk opnieuw.
transfer-all-known = Alles op deze lijst staat al zo in Kring. Er is niets te doen.

# $joined (Number) - how many people are new in the programme
# $seated (Number) - how many places in groups
transfer-will = { $joined ->
    [0] Niemand is nieuw in het programma
    [one] Eén persoon komt nieuw in het programma
   *[other] { $joined } mensen komen nieuw in het programma
}, en { $seated ->
    [0] niemand krijgt een plek in een groep.
    [one] er komt één plek in een groep bij.
   *[other] er komen { $seated } plekken in groepen bij.
}

# $count (Number) - how many rows
transfer-unchanged = { $count ->
    [one] Eén regel verandert niets.
   *[other] { $count } regels veranderen niets.
}

# $joined (Number) - how many people are new in the programme
# $seated (Number) - how many places in groups
transfer-done = De lijst is ingevoerd. { $joined ->
    [0] Niemand is nieuw in het programma
    [one] Eén persoon is nieuw in het programma
   *[other] { $joined } mensen zijn nieuw in het programma
}, en { $seated ->
    [0] niemand kreeg een plek in een groep.
    [one] er kwam één plek in een groep bij.
   *[other] er kwamen { $seated } plekken in groepen bij.
}
transfer-to-people = Bekijk mensen en groepen
transfer-carry = Voer deze lijst in
transfer-invited = Wie een plek krijgt, krijgt meteen de uitnodigingen voor wat de groep gepland heeft. Van wie Kring al kent, blijven naam en gegevens zoals ze zijn.
transfer-mend = Pas de lijst aan
transfer-list = De lijst
transfer-list-hint = Voor ieder een regel, met een tab tussen de kolommen.
transfer-again = Kijk opnieuw
transfer-other = Kies een ander bestand

# $count (Number) - how many rows
transfer-rows = { $count ->
    [one] Eén regel
   *[other] { $count } regels
}

# $count (Number) - how many rows
transfer-wrong-rows = { $count ->
    [one] Eén regel die nog niet klopt
   *[other] { $count } regels die nog niet kloppen
}

# $count (Number) - how many rows
transfer-right-rows = { $count ->
    [one] Eén regel die klopt
   *[other] { $count } regels die kloppen
}
transfer-who = Wie
transfer-what = Wat er gebeurt
transfer-why = Wat er niet klopt

# $row (Number) - number of a row
transfer-row = Regel { $row }
transfer-nothing = Verandert niets.
transfer-joins = Komt nieuw in het programma.
transfer-leads = Begeleidt in het hele programma, zonder eigen groep.

# $group (String) - name of a group
transfer-sits = Krijgt een plek in { $group }.

# $group (String) - name of a group
transfer-leads-group = Gaat { $group } begeleiden.

# $group (String) - name of a group
transfer-sits-new = Krijgt een plek in { $group }, een nieuwe groep.

# $group (String) - name of a group
transfer-leads-new = Gaat { $group } begeleiden, een nieuwe groep.
transfer-works = Organisatie en functie worden bewaard, als die er nog niet stonden.

# $row (Number) - number of a row
transfer-same = Staat ook al in regel { $row }; dat telt één keer.

# $name (String) - name of somebody
transfer-keeps-name = Heet in Kring { $name }, en houdt die naam.
transfer-is-applicant = Een aanmelding beslis je op de pagina Aanmeldingen; een lijst laat niemand toe.
transfer-job-alone = Kring bewaart een functie alleen samen met een organisatie.
transfer-wrong-missing = Dit ontbreekt. Vul het in.
transfer-wrong-invented = Dit is de regel uit het voorbeeld. Haal hem weg.

# $group (String) - name of a group
transfer-wrong-group-near = Deze groep bestaat niet. Bedoel je { $group }? Of zet het vinkje om groepen te maken.
transfer-wrong-group = Deze groep bestaat niet. Verbeter de naam, of zet het vinkje om groepen te maken.

# $role (String) - what stands in the cell
transfer-wrong-role = Kring kent de rol { $role } niet. Vul deelnemer of begeleider in, of laat het leeg.

# $language (String) - what stands in the cell
transfer-wrong-language = In deze taal schrijft Kring geen mails: { $language }. Vul nl of en in, of laat het leeg.

# $group (String) - name of a group
transfer-wrong-sits = Doet al mee in { $group }, en niemand doet mee in twee groepen. Verplaatsen doe je bij Mensen en groepen.

# $group (String) - name of a group
transfer-wrong-other-role = Zit al in { $group }, met een andere rol. Een rol verander je bij Mensen en groepen.

# $row (Number) - number of a row
transfer-wrong-differs = In regel { $row } staat voor dit e-mailadres iets anders. Maak ze gelijk, of geef ieder een eigen adres.
transfer-no-list = Kies een bestand, of plak een lijst hieronder.
transfer-both = Je koos een bestand en plakte ook een lijst. Kies opnieuw, en doe één van de twee.
transfer-empty = Hier staat niets in. Kies een bestand met kopjes op de eerste regel en daaronder de mensen.
transfer-too-large = Dit is te groot: hoogstens 2 MB. Bewaar alleen de lijst, zonder plaatjes en andere bladen, of deel hem op.

# $rows (Number) - how many rows at most
transfer-too-many = Dit zijn te veel regels: hoogstens { $rows } in één keer. Deel de lijst op.
transfer-old = Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. Bewaar het zonder wachtwoord als .xlsx of CSV.
transfer-no-spreadsheet = Dit is geen spreadsheet die Kring kan lezen. Bewaar je lijst als .xlsx of CSV, of plak hem hieronder.
transfer-only-headings = Er staan alleen kopjes. Zet de mensen eronder.

# $column (String) - name of a column
transfer-lacks = Er is geen kolom { $column }. Zet dat kopje boven de kolom waarin het staat.

# $column (String) - name of a column
transfer-twice = De kolom { $column } staat er twee keer. Laat er één staan.

# $columns (String) - names of columns
transfer-read-headings = Kring las als kopjes: { $columns }.
transfer-column-name = Naam
transfer-column-first = Voornaam
transfer-column-infix = Tussenvoegsel
transfer-column-last = Achternaam
transfer-column-mail = E-mailadres
transfer-column-group = Groep
transfer-column-role = Rol
transfer-column-language = Taal
transfer-column-organisation = Organisatie
transfer-column-job = Functie
transfer-column-application = Aanmelding
transfer-applicant = Aangemeld
transfer-example-language = nl
transfer-example-organisation = Praktijk De Linde
transfer-example-job = praktijkondersteuner
