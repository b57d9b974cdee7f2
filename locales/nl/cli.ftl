# The command line: settings, demo, doctor.

# $file (String) - the settings file
# $reason (String) - what the system said
config-unreadable = { $file } is niet te lezen: { $reason }. Kijk of het bestand er is en of het geldige TOML is.
# $place (String) - file, variable or flag
# $key (String) - the unknown key
# $near (String) - the key that was probably meant
config-unknown = { $place }: de instelling { $key } bestaat niet. Bedoel je { $near }?
# $place (String) - file, variable or flag
# $key (String) - the key
# $example (String) - a right value
config-wrong = { $place }: de waarde van { $key } klopt niet. Een goed voorbeeld is { $example }.
# $key (String) - the key that is not set
# $because (String) - the key that asks for it
# $example (String) - a right value
config-missing = { $key } ontbreekt; die hoort bij { $because }. Een goed voorbeeld is { $example }.
# $address (String) - web address
demo-ready = Kring is klaar: open { $address }
demo-stop = Stoppen: Ctrl-C. De voorbeeldgegevens verdwijnen dan, tenzij je --data gebruikte.

# $id (String) - what was asked for
# $near (String) - the id that was probably meant
method-unknown = Er is geen werkvorm { $id }. Bedoel je { $near }? Alle namen: kring method list
method-nothing-fits = Hier past geen werkvorm bij. Neem meer tijd (--minutes) of een ander aantal mensen (--people).

doctor-settings = De instellingen zijn te lezen.
# $folder (String) - the data folder
doctor-folder = De gegevensmap { $folder } is er en is te beschrijven.
# $folder (String) - the data folder
doctor-folder-new = De gegevensmap { $folder } is er nog niet. Kring maakt hem bij de eerste start.
# $folder (String) - the data folder
# $reason (String) - what the system said
doctor-folder-unwritable = In de gegevensmap { $folder } kan niet geschreven worden: { $reason }. Kies een andere map (--data) of geef de gebruiker van Kring schrijfrechten.
# $now (String) - date and time
doctor-clock = De klok staat op { $now } (tijd in Amsterdam).
# $today (String) - a date
doctor-clock-wrong = De klok staat op { $today } en loopt dus achter. Zet hem gelijk, het liefst met een tijddienst zoals systemd-timesyncd.
# $engine (String) - SQLite or PostgreSQL
# $version (String) - its version
doctor-database = De database antwoordt: { $engine } { $version }.
# $what (String) - its address without secrets
# $reason (String) - what the driver said
doctor-database-unreachable = De database { $what } antwoordt niet: { $reason }. Kijk of hij draait en of adres, gebruiker en wachtwoord kloppen.
# $file (String) - where it will be
doctor-database-new = De database { $file } is er nog niet. Kring maakt hem bij de eerste start.
# $version (Number) - version of the tables
doctor-schema = De tabellen zijn van versie { $version }, net als dit programma.
# $database (Number) - version of the tables
# $binary (Number) - version this program knows
doctor-schema-older = De tabellen zijn van versie { $database }; dit programma werkt ze bij de volgende start bij naar { $binary }. Maak eerst een back-up.
# $database (Number) - version of the tables
# $binary (Number) - version this program knows
doctor-schema-newer = De tabellen zijn van versie { $database }, dit programma kent er { $binary }. Installeer de nieuwere Kring, of zet een back-up terug die bij dit programma hoort.
# $version (Number) - number of the migration
# $name (String) - its name
doctor-migration-changed = Migratie { $version } ({ $name }) is niet die waarmee deze tabellen gemaakt zijn. Gebruik de Kring die deze database maakte.
doctor-in-use = Er draait nu een Kring op deze database.
doctor-writable = In de database kan geschreven worden.
# $reason (String) - what the system said
doctor-unwritable = In de database kan niet geschreven worden: { $reason }. Kijk naar eigenaar en rechten van bestand en map, of van de databasegebruiker.
# $free (Number) - free mebibytes
doctor-space = Er is { $free } MB vrij op de schijf.
# $free (Number) - free mebibytes
doctor-space-little = Er is nog maar { $free } MB vrij op de schijf. Maak ruimte vrij of verplaats de gegevensmap.
# $mode (String) - the journal mode
doctor-journal = SQLite schrijft met een logboek ({ $mode }), zodat lezen en schrijven elkaar niet ophouden.
# $mode (String) - the journal mode
doctor-journal-other = SQLite schrijft in stand { $mode }. Kring zet dat bij de volgende start op wal.
# $ahead (Number) - milliseconds
doctor-clock-same = De klok van de databaseserver loopt gelijk ({ $ahead } ms verschil).
# $ahead (Number) - milliseconds
doctor-clock-differs = De klok van de databaseserver wijkt { $ahead } ms af. Zet beide machines gelijk met een tijddienst.
# $problem (String) - what was found
doctor-unsuitable = Deze PostgreSQL-database is niet geschikt: { $problem }. Maak hem opnieuw, met template0, UTF8 en C.UTF-8; docs/operations.md toont hoe.
# $version (String) - its version
doctor-nats = NATS { $version } antwoordt.
# $what (String) - its address without secrets
# $reason (String) - what the client said
doctor-nats-unreachable = NATS op { $what } antwoordt niet: { $reason }. Mensen zien nieuws van andere machines dan een paar tellen later. Kijk of NATS draait.
# $listen (String) - host and port
doctor-port = Op { $listen } is plaats om te luisteren.
# $listen (String) - host and port
doctor-port-taken = Op { $listen } luistert al iets. Is dat Kring zelf, dan is het goed; kies anders een andere plek met --listen.
# $listen (String) - host and port
# $reason (String) - what the system said
doctor-port-refused = Op { $listen } mag Kring niet luisteren: { $reason }. Kies een ander adres of een poort boven 1024 (--listen).
# $address (String) - web address
doctor-address = Mensen bereiken Kring op { $address }.
# $address (String) - web address
doctor-address-http = Mensen bereiken Kring op { $address }, zonder versleuteling. Zet er een proxy met https voor en stel het adres zo in (--address).

# $name (String) - name of a header
doctor-proxy = Wie er aanklopt, leest Kring uit de header { $name } van je proxy.
doctor-proxy-none = Kring staat achter een proxy en weet niet wie er aanklopt. Zet in proxy_header de header waarin de proxy dat schrijft, zoals x-forwarded-for; anders deelt iedereen één limiet.
doctor-mail-none = Er is geen mailserver ingesteld. Kring kan dan geen uitnodigingen of codes sturen. Stel mail_server en mail_from in.
# $server (String) - host and port
doctor-mail = De mailserver { $server } antwoordt.
# $server (String) - host and port
# $reason (String) - what the system said
doctor-mail-unreachable = De mailserver { $server } antwoordt niet: { $reason }. Controleer de instelling mail_server.
# $server (String) - host and port
# $seconds (Number) - how long was waited
doctor-mail-silent = De mailserver { $server } antwoordt niet binnen { $seconds } seconden. Controleer mail_server en of een firewall ertussen zit.

# $reason (String) - what is wrong
doctor-mail-unusable = De mailinstellingen kloppen niet: { $reason }. Controleer mail_server en mail_from.
doctor-sound = Alles is in orde.
# $count (Number) - how many
doctor-warnings = { $count ->
    [one] Het werkt, met 1 waarschuwing.
   *[other] Het werkt, met { $count } waarschuwingen.
}
# $count (Number) - how many
doctor-problems = { $count ->
    [one] 1 probleem om op te lossen.
   *[other] { $count } problemen om op te lossen.
}

# $file (String) - the backup
# $size (Number) - its size
backup-done = De back-up staat in { $file } ({ $size } kB) en is teruggelezen.
# $tables (Number) - how many tables
# $rows (Number) - how many rows
# $version (Number) - version of the tables
backup-holds = Inhoud: { $tables } tabellen, { $rows } regels, versie { $version }.
# $database (String) - where it was put
# $file (String) - the backup
restore-done = { $database } is teruggezet uit { $file }.
receive-comes = Genoteerd: komt.
receive-does-not-come = Genoteerd: komt niet.
receive-too-late = De bijeenkomst is begonnen of gaat niet door; er is niets veranderd.
receive-stranger = Dit antwoord komt niet van iemand die is uitgenodigd; er is niets veranderd.
receive-bounced = Genoteerd: een mail is niet aangekomen.
receive-posted = Genoteerd: een antwoord in een gesprek.
receive-returned = Het antwoord kon niet worden geplaatst en gaat terug naar wie het schreef.
receive-nothing = In deze mail staat niets waar Kring iets mee doet.

# $records (Number) - how many cases
doctor-keys = De sleutels van casussen zijn er. Te openen casussen: { $records }.
# $reason (String) - what is wrong
doctor-keys-unusable = De sleutels van casussen zijn niet te gebruiken: { $reason }.
keys-none = Er zijn nog geen sleutels. Kring maakt er een bij de eerste casus.
# $id (String) - name of a key
# $day (String) - a day
# $records (Number) - how many cases
keys-used = { $id }  sinds { $day }  casussen: { $records }
# $id (String) - name of a key
# $day (String) - a day
# $records (Number) - how many cases
keys-absent = { $id }  sinds { $day }  casussen: { $records }  niet op deze machine
# $id (String) - name of a key
keys-unused = { $id }  nog niet gebruikt
# $count (Number) - how many cases
keys-lost = { $count ->
    [one] Eén casus is niet te openen: de sleutel is hier niet. Zet die terug. Is hij weg, wis de casus dan met kring keys forget-lost.
   *[other] { $count } casussen zijn niet te openen: de sleutel is hier niet. Zet die terug. Is hij weg, wis de casussen dan met kring keys forget-lost.
}
keys-new-setting = Zet dit in de instellingen van elke server en start ze opnieuw. Doe daarna kring keys rotate.
keys-new-file = Er staat een nieuwe sleutel in case.key. Geef het bestand aan elke server, en doe daarna kring keys rotate.
# $id (String) - name of a key
# $records (Number) - how many cases
keys-rotated = Alles zit onder sleutel { $id }. Omgezette casussen: { $records }. Oudere sleutels gelden niet meer.
keys-left = Laat nu in case_key alleen de laatste sleutel staan, op elke server, en vernietig de oude.
keys-backup = Maak nu een back-up. In die van eerder is geen casus meer te lezen, tenzij iemand de oude sleutel nog heeft.
# $count (Number) - how many cases
keys-forgotten = { $count ->
    [one] Eén casus was niet meer te openen en is gewist.
   *[other] { $count } casussen waren niet meer te openen en zijn gewist.
}
# $file (String) - the backup
# $count (Number) - how many cases
restore-lost = In { $file } { $count ->
    [one] staat één casus
   *[other] staan { $count } casussen
} onder een sleutel die hier niet meer is. Zet die sleutel eerst terug in case.key of case_key, of herstel zonder die casussen met --forget-lost. Er is niets veranderd.
cases-none = Er zijn geen casussen.
# $least (Number) - fewest letters
# $most (Number) - most letters
cases-reason = Zeg met --reason waarom je dit doet, in { $least } tot { $most } tekens. Wie de casus inbrengt, leest dat.
# $id (String) - what was asked for
cases-unknown = Er is geen casus { $id } met een tekst. De lijst: kring cases
# $names (String) - who gets a mail
cases-told = Dit is vastgelegd. Een mail gaat naar: { $names }.
