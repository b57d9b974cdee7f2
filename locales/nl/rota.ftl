# Whose turn it is in a group.

rota-title = Rooster
rota-lead = Wie aan de beurt is gaat rond: wie het langst geleden was, gaat eerst. Ruilen mag altijd.
rota-coming = Wie doet wat
rota-case = Brengt een casus in
rota-lead-duty = Begeleidt
rota-notes = Maakt verslag
rota-nothing = In deze groep gaat niets rond. Hieronder kun je dat veranderen.
rota-nobody = Er zit nog niemand in de groep.
rota-no-meetings = Er staan nog geen bijeenkomsten gepland. Plan er een paar, dan verdeelt Kring de beurten.
rota-save = Bewaar het rooster
rota-save-text = Wie een beurt van een ander krijgt, hoort dat met een mail.
rota-form-wrong = Er klopt nog iets niet. Het staat bij het veld; wat je koos is er nog.

# $name (String) - who has the turn now
rota-changed = Iemand anders veranderde dit net: nu is { $name } aan de beurt. Bewaar nog een keer als jouw keuze moet gelden.
rota-last = Wie was wanneer aan de beurt
rota-who = Wie
rota-never = nog niet

# $until (String) - a day
rota-paused = slaat over tot en met { $until }
rota-pause = Even overslaan
rota-pause-text = Een lange vakantie, of veel aan je hoofd? Wie overslaat houdt de plek in de rij en is daarna als eerste aan de beurt.
rota-until = Overslaan tot en met
rota-until-hint = Laat leeg om weer mee te doen.
rota-pause-save = Bewaar
rota-duties = Wat gaat er rond?
rota-duties-text = Vink aan wat de leden om de beurt doen
rota-duties-save = Bewaar
rota-next = Aan de beurt
rota-to = Bekijk het rooster

# $day (String) - a day
# $group (String) - name of the group
rota-mail-subject = Jij bent aan de beurt: { $day }, { $group }

# $day (String) - a day
# $group (String) - name of the group
rota-mail-case = Op { $day } breng jij een casus in bij { $group }.

# $day (String) - a day
# $group (String) - name of the group
rota-mail-lead = Op { $day } begeleid jij { $group }.

# $day (String) - a day
# $group (String) - name of the group
rota-mail-notes = Op { $day } maak jij het verslag van { $group }.
rota-mail-why = Iemand anders kan dan niet, of heeft met je geruild. Komt het je niet uit? Geef je beurt op het rooster aan een ander.
rota-mail-see = Bekijk het rooster:

# $name (String) - whose turn it is
rota-line-case = Brengt een casus in: { $name }

# $name (String) - whose turn it is
rota-line-lead = Begeleidt: { $name }

# $name (String) - whose turn it is
rota-line-notes = Maakt verslag: { $name }
