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
