# What somebody tells about themselves, and what is kept about them.

profile-title = Mijn gegevens
profile-lead = Dit vertelt Kring over jou aan je groep en aan wie groepen samenstelt. Alleen je naam moet; de rest mag leeg blijven.
profile-saved = Bewaard.
profile-meanwhile = Je gegevens zijn intussen op een andere plek veranderd. Hieronder staat wat er nu in staat; in het formulier staat wat jij invulde. Bewaar opnieuw om dat te houden.
profile-now-empty = leeg
profile-who-title = Wie je bent
profile-name = Je naam
profile-name-hint = Zoals je in de groep genoemd wilt worden.
profile-mail = Je mailadres
profile-mail-hint = Hier komen uitnodigingen en codes om je aan te melden.
profile-language = Taal van je mails
profile-work-title = Je werk
profile-work-hint = Werk je op meer plekken? Zet elke plek in een eigen regel. Je groep ziet dit.
profile-job = Functie
profile-work = Praktijk of organisatie
profile-work-twice = Deze plek staat er al. Heb je er twee functies, zet ze dan in één regel.
profile-since = Sinds welk jaar doe je dit werk?
profile-since-hint = Zo komen beginners en ervaren mensen bij elkaar.
profile-registers-title = Registraties
profile-registers-hint = Nodig voor je bewijs van deelname. We kijken alleen of het nummer de goede vorm heeft.
profile-group-title = Voor het samenstellen van groepen
profile-region = Waar je werkt of woont
profile-region-hint = Een plaats of streek is genoeg.
profile-speaks = In welke talen kun je meepraten?
profile-free = Wanneer kun je meestal?
profile-free-hint = Zet een vinkje bij elk dagdeel dat vaak past.
profile-wishes = Wat hoop je te vinden?
profile-wishes-hint = De organisatoren van je programma’s lezen dit.
profile-company-title = Met wie wel, met wie niet
profile-company-hint = Alleen wie groepen samenstelt leest dit. Je collega ziet het nooit.
profile-kind = Wens
profile-together = Graag samen
profile-apart = Liever niet samen
profile-colleague = Naam of mailadres van je collega
profile-colleague-twice = Deze collega staat er al.
profile-more-title = Meer over jou

profile-data-title = Wat Kring van mij bewaart
profile-data-lead = Alles wat er over jou in Kring staat, behalve wat je zelf invult bij Mijn gegevens.

# $day (String) - a date
profile-data-since = Kring kent je sinds { $day }.
profile-data-download = Download alles
profile-data-download-hint = Een JSON-bestand met ook je gegevens, je acties, je casussen en wat je onder je naam schreef.
profile-memberships = Waar je bij hoort
profile-applications = Aanmeldingen

# $day (String) - a date
profile-applied = Aangemeld op { $day }
profile-meetings = Bijeenkomsten

# $role (String) - participant, facilitator or organiser
# $since (String) - a date
profile-member = { $role } sinds { $since }

# $role (String) - participant, facilitator or organiser
# $since (String) - a date
# $until (String) - a date
profile-member-until = { $role } van { $since } tot en met { $until }

# $hours (String) - hours and minutes
profile-there = Je was er { $hours }.
profile-present = Je was er.
profile-declined = Je kon niet.
profile-absent = Je was er niet.
profile-expected = Je staat op de lijst.

# $minutes (Number) - minutes
profile-minutes = { $minutes } minuten

# $hours (Number) - whole hours
# $minutes (Number) - minutes beside them
profile-hours = { $hours } uur en { $minutes } minuten
profile-agreements = Afspraken die je beloofde

# $version (Number) - the number of the text
# $day (String) - a date
profile-agreed = Versie { $version }, akkoord op { $day }
profile-waiting = Mails die nog komen

# $day (String) - a date
profile-due = Gaat weg op { $day }
profile-mails = Mails aan jou

# $count (Number) - mails that are not shown
profile-mails-more = En nog { $count } eerdere mails. Ze staan in het bestand.
profile-about-sign-in = Code om je aan te melden
profile-about-report = Verslag
profile-about-reminder = Herinnering

# $kind (String) - a word for the kind of mail
profile-about-other = Mail ({ $kind })
profile-not-here-title = Wat hier niet bij staat
profile-not-here = Wat je zonder naam schreef, zoals een evaluatie, weet niemand meer terug te vinden. Wat anderen over groepen wensen, is van hen.
