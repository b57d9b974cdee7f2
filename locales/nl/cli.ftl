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
