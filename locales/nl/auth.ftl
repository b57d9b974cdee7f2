# Signing in and out.

auth-title = Aanmelden
auth-demo = Dit is een demo: alles is verzonnen, en je kunt zijn wie je wilt.
auth-demo-choose = Kies wie je bent
auth-offer-title = Aanmelden bij Kring
auth-offer-text = Druk op de knop en je bent binnen. Een wachtwoord heb je niet nodig.
auth-offer-button = Aanmelden
auth-offer-note = Deze link werkt één keer. Je blijft aangemeld op dit apparaat tot je je afmeldt, of tot je 45 dagen niet langskomt.
auth-refused-title = Deze link werkt niet meer
auth-refused-text = Een link werkt één keer en niet langer dan een week. Vraag de organisator van je groep om een nieuwe.

auth-door-text = Vul je mailadres in. Je krijgt een mail met een code van zes cijfers. Een wachtwoord heb je niet nodig.
auth-door-mail = Je mailadres
auth-door-hint = Het adres waarop je je uitnodiging kreeg.
auth-door-button = Stuur mij een code
auth-door-promise = We gebruiken je adres alleen om je te laten aanmelden.
auth-closed = Open de link uit je uitnodiging. Heb je die niet meer? Vraag de organisator van je groep om een nieuwe.
auth-closed-admin = Deze Kring kan nog geen mail sturen. Beheerder? Stel een mailserver in, of maak een link met
auth-mail-wrong = Dit is geen mailadres. Een goed voorbeeld is noor@example.nl.
auth-code-title = Vul je code in

# $address (String) - the mail address that was typed
auth-code-text = Kennen we { $address }, dan is er nu een mail naar je onderweg. De code daarin werkt een kwartier.
auth-code-label = Code uit de mail
auth-code-hint = Zes cijfers. Met of zonder spatie maakt niet uit.
auth-code-button = Aanmelden
auth-code-refused = Met deze code lukt het niet. Kijk of je de code uit de nieuwste mail hebt, of vraag een nieuwe.
auth-code-nothing = Geen mail? Kijk ook bij ongewenste mail, en of je adres klopt.
auth-code-again = Vraag een nieuwe code
auth-refused-mail = Een link werkt één keer en niet lang. Vraag een nieuwe code: die heb je zo in je mail.
auth-devices-title = Mijn apparaten
auth-devices-text = Hier ben je aangemeld. Ken je een apparaat niet, of ben je het kwijt? Meld het af: wie het heeft, komt er dan niet meer in.
auth-devices-here = dit apparaat

# $day (String) - weekday, day and month
auth-devices-since = Aangemeld op { $day }.

# $day (String) - weekday, day and month
auth-devices-seen = Laatst gebruikt op { $day }.
auth-devices-end = Afmelden
auth-devices-everywhere-title = Overal tegelijk
auth-devices-everywhere-text = Je wordt op al je apparaten afgemeld, ook hier. Wat je al verstuurd had, blijft bewaard. Een tekst die je nog aan het schrijven was, kan verloren gaan.
auth-devices-everywhere = Meld me overal af

# $browser (String) - the browser
# $system (String) - what it runs on
auth-device = { $browser } op { $system }
auth-device-unknown = Onbekend apparaat

# The mail with a code.
auth-mail-subject = Je code voor Kring
auth-mail-code = Met deze code meld je je aan bij Kring:

# $day (String) - weekday, day and month
# $time (String) - hours and minutes
auth-mail-type = Vul hem in op de pagina waar je om de code vroeg. Dat kan tot { $day }, { $time } uur.
auth-mail-link = Wil je op een ander apparaat verder? Open daar deze link en druk op de knop:
auth-mail-not-you = Heb je hier niet om gevraagd? Dan hoef je niets te doen. Geef de code aan niemand, ook niet als iemand erom belt of mailt.
