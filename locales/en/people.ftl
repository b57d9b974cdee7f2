# Days, languages and registers.

people-mon = Monday
people-tue = Tuesday
people-wed = Wednesday
people-thu = Thursday
people-fri = Friday
people-morning = morning
people-afternoon = afternoon
people-evening = evening
people-half-day = { $day } { $part }
people-register-choose = Choose a register
