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
people-mail-wrong = Fill in a mail address, such as name@example.nl.
people-register = Register
people-number = Number
people-register-missing = Choose to which register this number belongs.
people-number-exact = This number has { $count } digits. Please check it.
people-number-span = This number has { $least } to { $most } digits. Please check it.

people-language-nl = Dutch
people-language-en = English
people-language-de = German
people-language-fr = French
people-language-fy = Frisian
