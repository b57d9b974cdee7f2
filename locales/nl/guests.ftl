# The door for guests: coming in by code, and what whoever leads does with the door.

guests-ask-title = Kom binnen met een code
guests-ask-text = De begeleider laat een code zien op het grote scherm, of leest hem voor. Typ hem hier over.
guests-code = Code van de kring
guests-code-hint = Zeven tekens. Hoofdletters, streepjes en spaties maken niet uit.
guests-unknown = Deze code werkt niet. Kijk of je hem goed hebt overgetypt. Een code werkt alleen zolang de kring open is en er gasten welkom zijn. Lukt het niet, vraag het dan aan de begeleider.
guests-on = Verder
guests-kicker = Welkom in kring

# $date (String) - the day
# $start (String) - beginning
# $end (String) - end
guests-when = { $date }, { $start } tot { $end } uur
guests-name = Hoe heet je?
guests-name-hint = Zo zien de anderen je, met “gast” erbij. Een voornaam is genoeg.
guests-name-missing = Vul in hoe je heet, dan weten de anderen wie er binnenkomt.
guests-name-letter = Zet er een letter bij, dan weten de anderen hoe ze je kunnen noemen.

# $most (Number) - most characters
guests-name-long = Deze naam is te lang. Houd het op hooguit { $most } tekens; een voornaam is genoeg.

# $name (String) - who is signed in
guests-signed-in = Je bent aangemeld als { $name }, maar je staat niet op de lijst van deze bijeenkomst. Daarom kom je binnen als gast.
guests-means = Te gast in de kring
guests-means-sees = Je doet mee met deze bijeenkomst en ziet daar wat de andere deelnemers zien. De rest van Kring zie je niet.
guests-means-seen = De anderen zien je naam, met “gast” erbij.
guests-means-secret = Wat je hier hoort en leest, blijft in de kring.

# $date (String) - the day
# $time (String) - the time
guests-means-until = Je blijft te gast tot { $date }, { $time } uur. Tot dan kun je terugkomen en het verslag lezen. Daarna stopt je toegang vanzelf.
guests-full = De kring is vol; er is geen plek meer vrij. Vraag de begeleider of er straks plek komt.
guests-over = Je was hier te gast. Die toegang is voorbij. Denk je dat dit niet klopt, vraag het dan aan de begeleider.
guests-no-organisers = Je organiseert dit programma. Wie organiseert, ziet nooit wat er in de kring wordt verteld en kan er dus ook niet te gast zijn. Wil je meedoen, vraag de begeleider dan om je op de lijst te zetten.
guests-not-your-door = Alleen wie begeleidt, gaat over de deur.

# $name (String) - the name of a guest
guests-marked = { $name } (gast)
guests-screen-code = Kom erbij met deze code
guests-door-open = Gasten kunnen binnenkomen
guests-door-closed = De deur is dicht voor gasten
guests-closed-text = Wie op de lijst staat, kan gewoon binnenkomen. Verwacht je iemand zonder account? Doe de deur open, dan verschijnt er een code om te delen.
guests-share = Lees de code voor, deel de link of laat de QR-code scannen. Op het grote scherm staat hij ook.
guests-open = Doe de deur open
guests-close = Doe de deur dicht
guests-remove = Laat deze gast uit
guests-remove-text = Deze gast gaat uit de kring en kan niet meer terugkomen. Wat de gast schreef, blijft staan.
guests-remove-button = Ja, laat uit
guests-room = Kom binnen in de ruimte
guests-online = Kom binnen, online
guests-to-room = Ik ben in de ruimte
guests-to-online = Ik doe online mee
guests-is-online = online
