# The plan of a meeting: its methods, what may be set in them, and whether people meet or write.

plans-title = Agenda van de bijeenkomst
plans-lead = Kies wat jullie doen. Na het bewaren zie je meteen hoe lang het duurt; de kring gaat er straks mee open.
plans-now = Zo is het nu
plans-change = Aanpassen
plans-save = Bewaar

# $minutes (Number) - minutes of the agenda
# $people (Number) - for how many people
# $has (Number) - minutes there are
plans-together = Samen { $minutes } minuten met { $people } mensen, van de { $has } die er zijn.

# $minutes (Number) - how many minutes too long
plans-too-long = Dat is { $minutes } { $minutes ->
    [one] minuut
   *[other] minuten
} te lang. Kies minder, of laat een stap weg.

# $day (String) - the day of the end
# $time (String) - the time of the end
plans-until = Het laatste deel kan tot { $day }, { $time } uur.
plans-pace = Hoe werken jullie?
plans-live = Samen, op één moment
plans-live-text = In een zaal of online, met een klok.
plans-written = Schriftelijk, over dagen
plans-written-text = Ieder in eigen tijd. Elk deel staat een paar dagen open; wie erbij hoort krijgt een mail als het open is.
plans-method = Werkvorm
plans-steps = Stappen die je kunt weglaten:
plans-changed = Iemand anders heeft de agenda intussen aangepast. Hieronder staat hoe die nu is; pas hem daarna opnieuw aan.
plans-closed = De kring is al open, of de bijeenkomst is voorbij. Loopt hij nog, pas het plan dan in de kring aan.

# $min (Number) - the smallest
# $max (Number) - the largest
plans-number = Kies een getal van { $min } tot en met { $max }.
plans-choose = Kies een van de mogelijkheden.
