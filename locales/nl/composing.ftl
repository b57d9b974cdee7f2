# Composing groups.

# The files: what is wrong, and what a right value looks like.

# $reason (String) - what the system said
composing-unreadable = Dit bestand is niet te lezen: { $reason }. Kijk of de naam klopt.
composing-not-utf8 = Hier staat een teken dat geen UTF-8 is. Bewaar het bestand als "CSV UTF-8".
composing-no-name-column = De eerste regel noemt geen kolom met namen. Een goed voorbeeld is: name,function,organisation
# $column (String) - a column
composing-column-twice = De kolom { $column } staat er twee keer. Laat er een weg of geef hem een andere naam.
# $column (String) - a column
# $near (String) - the column that was probably meant
composing-column-near = De kolom { $column } lijkt een verschrijving. Bedoel je { $near }? Geef hem anders een andere naam.
composing-no-heading = Een kolom met gegevens heeft geen naam. Zet er op de eerste regel een boven, zoals function.
# $cells (Number) - how many cells the row has
# $columns (Number) - how many columns there are
composing-cells = Deze regel heeft { $cells } vakken en de eerste regel { $columns }. Zet een waarde met een komma of puntkomma erin tussen aanhalingstekens, zoals "Bos, de Wit".
composing-open-quote = Een waarde loopt door op de volgende regel. Waarschijnlijk mist er een aanhalingsteken, zoals in "Bos, de Wit".
composing-no-name = Deze regel heeft geen naam. Een goed voorbeeld is: Noor Jansen
# $name (String) - a name or id
# $line (Number) - the line of the first
composing-twice = { $name } staat ook op regel { $line }. Zijn het twee mensen, geef ze dan elk een nummer in een kolom id.
# $column (String) - latitude or longitude
# $text (String) - what stands there
composing-degrees = { $column }: { $text } is geen aantal graden. Een goed voorbeeld is 52.09 (latitude) of 5.12 (longitude).
composing-half-a-place = Een plek heeft latitude en longitude, of geen van beide. Een goed voorbeeld is 52.09 en 5.12.
# $name (String) - a name
composing-several = Er heet meer dan een mens { $name }. Schrijf het nummer uit de kolom id.
# $name (String) - a name
# $near (String) - the name that was probably meant
composing-nobody = Niemand in het bestand heet { $name }. Bedoel je { $near }? Zet | tussen meer namen.
# $name (String) - a name
composing-oneself = { $name } noemt zichzelf. Noem hier alleen anderen.
# $name (String) - who wishes
# $other (String) - whom they name
composing-both = { $name } wil zowel met als niet met { $other } in een groep. Kies een van de twee.
composing-nobody-at-all = Er staat niemand in dit bestand. Zet onder de eerste regel een mens op elke regel.
composing-slots = Er staan meer dan 64 verschillende dagdelen in. Schrijf hetzelfde dagdeel steeds gelijk, zoals di-avond.
# $reason (String) - what the reader said
composing-not-toml = Dit is geen geldige TOML ({ $reason }). Kijk naar aanhalingstekens, haken en komma's.
# $what (String) - a key
# $example (String) - a right value
composing-missing = { $what } ontbreekt. Een goed voorbeeld is: { $example }
# $what (String) - a key
# $example (String) - a right value
composing-wrong = De waarde van { $what } klopt niet. Een goed voorbeeld is: { $example }
# $what (String) - a key
# $near (String) - the key that was probably meant
composing-unknown-key = { $what } bestaat hier niet. Bedoel je { $near }?
# $word (String) - what stands there
# $near (String) - what was probably meant
# $all (String) - all kinds
composing-no-kind = Er is geen regel van soort { $word }. Bedoel je { $near }? Alle soorten: { $all }
# $name (String) - a coach
composing-coach-twice = Begeleider { $name } staat er twee keer. Tel de groepen op bij een van de twee (groups = 2).
composing-sizes = De groottes lopen niet op. Een goed voorbeeld is: least = 6, best = 7, most = 8
# $people (Number) - how many
# $least (Number) - fewest in a group
# $most (Number) - most in a group
composing-undivided = { $people } mensen zijn niet te verdelen in groepen van { $least } tot { $most }. Maak least kleiner of most groter.
# $people (Number) - how many
# $groups (Number) - how many groups
# $least (Number) - fewest in a group
# $most (Number) - most in a group
composing-groups = { $people } mensen maken geen { $groups } groepen van { $least } tot { $most }. Kies een ander aantal groepen of andere groottes.
# $of (String) - a trait
# $all (String) - the traits there are
composing-trait-of-nobody = Van niemand is { $of } bekend. Kolommen waar een regel over kan gaan: { $all }
composing-hard-size = Een regel over grootte kan niet hard zijn: least en most gelden altijd. Laat hard weg.

# While it runs, and the answer.

# $done (Number) - parts done
# $all (Number) - parts in all
composing-progress = Bezig: { $done } van { $all }
# $number (Number) - which group
# $people (Number) - how many
composing-group = Groep { $number }: { $people ->
    [one] 1 mens
   *[other] { $people } mensen
}
# $number (Number) - which group
# $people (Number) - how many
# $coach (String) - who leads it
composing-group-coach = Groep { $number }, begeleider { $coach }: { $people ->
    [one] 1 mens
   *[other] { $people } mensen
}
# $what (String) - columns
composing-not-known = niet bekend: { $what }
# $penalty (Number) - the score
# $seed (Number) - the seed
composing-score = Score { $penalty } (0 is perfect), seed { $seed }
composing-is-kept = hard, gehouden
# $times (Number) - how often it is broken
# $penalty (Number) - what that adds
composing-counted = { $times } keer niet gehouden, telt { $penalty }
composing-impossible = Deze harde regels gaan niet samen. Laat je er een los, dan kan het wel.
composing-one-impossible = Deze harde regel is met deze groottes niet te houden.
# $people (String) - names
composing-concerns = Het gaat om { $people }.
composing-proven = Dit is zeker: er is geen indeling die het wel doet. Maak een regel zacht (hard weglaten) of verander de groottes.
composing-not-found = Er is veel geprobeerd en niets gevonden. Maak een regel zacht (hard weglaten) of verander de groottes.

# What each kind of rule asks.

composing-rule-size = groepen van de beste grootte
composing-rule-apart = wie liever niet samen zit, zit apart
composing-rule-together = wie graag samen zit, zit samen
# $of (String) - a trait
composing-rule-differ = niemand heeft { $of } gemeen met een ander
# $of (String) - a trait
composing-rule-never-alone = niemand is de enige met een { $of }
# $of (String) - a trait
composing-rule-spread = { $of } gemengd over de groepen
# $of (String) - a trait
composing-rule-gather = mensen met gelijke { $of } bij elkaar
composing-rule-common-slot = een dagdeel waarop iedereen kan
# $km (Number) - kilometres
composing-rule-travel = niemand verder dan { $km } km van een ander
composing-rule-coach = een begeleider die werkt waar iedereen woont

# Why somebody sits where they sit.

# $who (String) - names
composing-apart-kept = zit apart van { $who }
# $who (String) - names
composing-apart-broken = zit bij { $who }, liever niet
# $who (String) - names
composing-together-kept = zit bij { $who }, zoals gewenst
# $who (String) - names
composing-together-broken = zit niet bij { $who }, wel gewenst
# $of (String) - a trait
composing-differ-kept = heeft { $of } met niemand hier gemeen
# $of (String) - a trait
# $who (String) - names
composing-differ-broken = heeft { $of } gemeen met { $who }
# $of (String) - a trait
# $who (String) - names
composing-alone-kept = is niet de enige met deze { $of }: ook { $who }
# $of (String) - a trait
composing-alone-broken = is hier de enige met deze { $of }
# $of (String) - a trait
composing-gather-kept = heeft { $of } gemeen met iedereen hier
# $of (String) - a trait
# $who (String) - names
composing-gather-broken = heeft { $of } niet gemeen met { $who }
composing-slot-kept = er is een dagdeel waarop iedereen kan
# $slots (String) - half-days
composing-slots-kept = iedereen kan op { $slots }
composing-slot-broken = er is geen dagdeel waarop iedereen kan
# $km (Number) - kilometres
composing-travel-kept = woont binnen { $km } km van iedereen hier
# $km (Number) - kilometres
# $who (String) - names
composing-travel-broken = woont verder dan { $km } km van { $who }
# $coach (String) - who leads the group
composing-coach-kept = { $coach } werkt hier, voor zover bekend
# $coach (String) - who leads the group
composing-coach-broken = { $coach } werkt niet in deze regio
composing-no-coach = de groep heeft geen begeleider
