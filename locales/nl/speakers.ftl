# Somebody who speaks at one meeting.

speakers-title = Gastsprekers
speakers-lead = Wie je hier uitnodigt, komt bij deze ene bijeenkomst en ziet niets anders: geen casus, geen groep, geen andere bijeenkomst.
speakers-to = Nodig een gastspreker uit
speakers-invite = Nodig iemand uit
speakers-invite-yes = Nodig uit
speakers-name = Naam
speakers-mail = Mailadres
speakers-language = Taal van de mail
speakers-subject = Onderwerp
speakers-subject-hint = Mag leeg blijven. Het staat in de mail en op de pagina van de bijeenkomst.
speakers-slot = Een eigen deel van de bijeenkomst

# $from (String) - a time
# $to (String) - a time
speakers-slot-hint = Laat leeg voor de hele bijeenkomst, van { $from } tot { $to } uur.
speakers-from = Vanaf
speakers-both = Vul allebei in, of laat allebei leeg.
speakers-outside = Dit valt buiten de bijeenkomst.

# $from (String) - a time
# $to (String) - a time
speakers-part = Van { $from } tot { $to } uur
speakers-tells = Diegene krijgt meteen een mail met een agendabestand en een eigen link. Een account is niet nodig.
speakers-tells-later = De bijeenkomst is nog een concept. De mail gaat weg als je iedereen uitnodigt.
speakers-listed = Deze persoon staat al op de lijst van deze bijeenkomst.
speakers-organises = Deze persoon organiseert het programma. Een organisator ziet niet wat er op een bijeenkomst gezegd wordt.
speakers-too-late = Deze bijeenkomst is voorbij of afgezegd. Je kunt niemand meer uitnodigen.
speakers-said-yes = komt
speakers-said-no = kan niet
speakers-said-nothing = nog geen antwoord
speakers-change = Wijzig onderwerp of tijd

# $name (String) - name of a person
speakers-change-of = Onderwerp en tijd van { $name }
speakers-changed = Iemand anders veranderde dit net. Zo staat het nu; bewaar nog een keer als jouw invulling moet gelden.
speakers-withdraw = Trek de uitnodiging in

# $name (String) - name of a person
speakers-withdraw-text = { $name } krijgt een mail, de bijeenkomst gaat uit de agenda en de link werkt niet meer.
speakers-withdraw-yes = Trek in

# $name (String) - name of a person
speakers-for = Uitnodiging voor { $name }

# $home (String) - name of a group or programme
speakers-at = Je bent gastspreker bij { $home }.
speakers-your-part = Jouw deel
speakers-now = De bijeenkomst is open. Kom binnen als je zover bent.
speakers-not-now = De kring is nu niet open. Kom terug vanaf een kwartier voor het begin.
speakers-only-you = Deze pagina is alleen voor jou. Stuur de link niet door.
