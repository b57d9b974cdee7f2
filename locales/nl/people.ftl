# Days, languages and registers.

people-mon = maandag
people-tue = dinsdag
people-wed = woensdag
people-thu = donderdag
people-fri = vrijdag
people-morning = ochtend
people-afternoon = middag
people-evening = avond

# $day (String) - a day of the week
# $part (String) - morning, afternoon or evening
people-half-day = { $day }{ $part }
people-register-choose = Kies een register
people-mail-wrong = Vul een mailadres in, zoals naam@voorbeeld.nl.
people-register = Register
people-number = Nummer
people-register-missing = Kies bij welk register dit nummer hoort.

# $count (Number) - digits
people-number-exact = Dit nummer heeft { $count } cijfers. Kijk het nog eens na.

# $least (Number) - fewest digits
# $most (Number) - most digits
people-number-span = Dit nummer heeft { $least } tot { $most } cijfers. Kijk het nog eens na.

people-language-nl = Nederlands
people-language-en = Engels
people-language-de = Duits
people-language-fr = Frans
people-language-fy = Fries
