# Who sits in which group.

placing-title = Mensen en groepen

# $count (Number) - how many people are in no group
placing-lead = { $count ->
    [0] Iedereen heeft een plek in een groep.
    [one] Eén persoon zit nog niet in een groep.
   *[other] { $count } mensen zitten nog niet in een groep.
}
placing-groups = Groepen
placing-no-groups = Er zijn nog geen groepen. Maak de eerste hieronder.

# $count (Number) - how many participants
placing-size = { $count } { $count ->
    [one] deelnemer
   *[other] deelnemers
}
placing-not-led = nog geen begeleider
placing-group-name = Naam van een nieuwe groep
placing-make-group = Maak de groep
placing-show = Wie je ziet
placing-everybody = Iedereen
placing-without = Nog in geen groep
placing-add = Voeg iemand toe
placing-add-lead = Voor wie zich niet zelf aanmeldt, zoals een begeleider.
placing-none = Er doet nog niemand mee
placing-none-text = Wie je toelaat, staat hier. Je kunt ook zelf iemand toevoegen.
placing-nobody-here = Hier staat nu niemand.
placing-form-wrong = Er klopt nog iets niet. Wat je aanvinkte, is er nog.
placing-nobody = Vink minstens één persoon aan.
placing-who = Wie

# $group (String) - name of a group
placing-leads = begeleidt { $group }
placing-no-group = nog in geen groep
placing-what = Wat moet er gebeuren?
placing-into = Groep
placing-choose = Kies een groep
placing-out = Uit de groep halen
placing-as = Als
placing-participant = Deelnemer
placing-facilitator = Begeleider
placing-tell = Laat het hun met een mail weten
placing-do = Plaats
placing-note = Wie geplaatst wordt, krijgt meteen de uitnodigingen voor wat de groep gepland heeft. Wie een groep verlaat, gaat van de lijst van komende bijeenkomsten af. Wat er al was, blijft bewaard.
placing-back = Vorige
placing-further = Volgende
placing-name = Naam
placing-mail = Mailadres
placing-mail-hint = Kent Kring dit adres al, dan doet die persoon mee onder de naam die daar staat.
placing-wrong-mail = Dit is geen mailadres. Het ziet eruit als naam@organisatie.nl.

# $group (String) - name of a group
placing-subject-in = Je zit in { $group }

# $group (String) - name of a group
# $programme (String) - name of the programme
placing-first-in = Je hebt een plaats in { $group } van { $programme }.

# $group (String) - name of a group
placing-subject-leads = Je begeleidt { $group }

# $group (String) - name of a group
# $programme (String) - name of the programme
placing-first-leads = Je begeleidt { $group } van { $programme }.
placing-subject-joined = Je doet mee

# $programme (String) - name of the programme
placing-first-joined = Je doet mee met { $programme }.

# $names (String) - who leads the group
placing-led-by = { $names } begeleidt de groep.
placing-see-group = Kijk wie er nog meer in zit en wanneer jullie samenkomen:
placing-see-own = Alles van jou staat hier:
placing-sign-in = Aanmelden doe je met dit mailadres; een wachtwoord heb je niet nodig.

placing-compose-title = Stel groepen samen

# $count (Number) - how many people are in no group
placing-compose-lead = { $count ->
    [one] Eén persoon zit nog niet in een groep.
   *[other] { $count } mensen zitten nog niet in een groep.
} Zeg wat belangrijk is; Kring doet een voorstel en jij kunt schuiven. Er gebeurt niets tot je de groepen maakt.
placing-compose-none = Iedereen heeft al een groep
placing-compose-size = Hoe groot
placing-compose-least = Minstens
placing-compose-best = Het liefst
placing-compose-most = Hoogstens
placing-compose-sizes = Minstens is het kleinste getal, hoogstens het grootste, en het liefst ligt daartussen.
placing-compose-rules = Wat telt
placing-compose-rules-hint = Wat altijd moet, houdt Kring altijd. De rest telt mee naar hoe belangrijk je het vindt. Wat iemand niet heeft ingevuld, telt nooit tegen.
placing-rule-apart = Wie niet bij elkaar wil, zit apart
placing-rule-organisation = Collega's van één organisatie zitten apart
placing-rule-slot = Er is een dagdeel waarop iedereen kan
placing-rule-together = Wie bij elkaar wil, zit samen
placing-rule-language = Iedereen deelt een taal
placing-rule-region = Mensen uit één regio zitten samen
placing-rule-coach = De begeleider werkt in de regio van de groep
placing-rule-experience = Beginners en ervaren mensen zitten gemengd
placing-rule-mix = Functies zitten gemengd
placing-rule-alone = Niemand is de enige met een functie
placing-strength-always = Moet altijd
placing-strength-strong = Heel belangrijk
placing-strength-normal = Belangrijk
placing-strength-light = Mooi meegenomen
placing-strength-off = Telt niet mee
placing-compose-propose = Doe een voorstel
placing-compose-proposal = Het voorstel
placing-compose-other = Ander voorstel
placing-compose-count = Tel opnieuw
placing-compose-make = Maak deze groepen
placing-compose-name = Naam van de groep

# $number (Number) - which group
placing-compose-group = Groep { $number }
placing-compose-kept = klopt voor iedereen

# $count (Number) - for how many people it does not hold
placing-compose-unmet = niet voor { $count } { $count ->
    [one] persoon
   *[other] mensen
}
placing-compose-broken = Zo wordt iets doorbroken dat altijd moet. Je mag de groepen toch zo maken.
placing-compose-by-hand = Kies bij iemand een andere groep; dan zie je wat het uitmaakt. De score telt wat niet klopt, naar hoe belangrijk je het vindt: hoe lager, hoe beter.
placing-compose-impossible = Dit kan niet allemaal tegelijk altijd:
placing-compose-not-found = Kring vond geen groepen waarin dit allemaal klopt:

# $names (String) - who is concerned
placing-compose-concerned = Het gaat om { $names }.
placing-compose-loosen = Maak een van deze regels losser, of kies een andere grootte.
placing-compose-moved = Intussen kreeg iemand een plek of kwam er iemand bij. Doe opnieuw een voorstel; je regels staan er nog.

# $count (Number) - how many people there are
placing-compose-undivided = { $count } mensen zijn niet te verdelen in groepen van deze grootte. Kies een ander kleinste of grootste aantal.

# $count (Number) - how many people at most
placing-compose-too-many = Dit zijn er te veel voor een pagina: hoogstens { $count } mensen tegelijk.
placing-compose-taken = Er is al een groep met deze naam. Kies een andere.

# $rules (String) - rules about something that nobody has filled in
placing-compose-idle = Telt nu niet mee, want niemand heeft het ingevuld: { $rules }.
placing-into-later = Laat leeg om later te plaatsen.
placing-compose-or = Er zijn al groepen. Zoek je daarin een plek voor iemand?
placing-compose-asked = Hoe groot, en wat telt
placing-changed = Intussen veranderde er iets in de groepen van dit programma. Wat je koos, staat er nog voor zover het nog kan. Kijk het na en probeer het nog eens.

# $count (Number) - how many people
placing-people-in = { $count } { $count ->
    [one] persoon
   *[other] mensen
}

# $names (String) - who stays in the group
placing-stays = Al in de groep: { $names }

# $group (String) - name of a group
placing-from = komt uit { $group }

# $least (Number) - the fewest people a group may have
placing-too-small = Te klein: minstens { $least }.

# $most (Number) - the most people a group may have
placing-too-large = Te groot: hoogstens { $most }.
placing-breaks = Hier wordt iets doorbroken dat altijd moet.
placing-all-kept = Alles klopt.

# $count (Number) - how many things are not as they should be
placing-unmet = { $count } { $count ->
    [one] ding klopt
   *[other] dingen kloppen
} niet.

# $count (Number) - how many things are not as they should be
# $score (Number) - what that adds to the score
placing-unmet-counted = { $count } { $count ->
    [one] ding klopt
   *[other] dingen kloppen
} niet (score { $score }).

# $days (String) - half-days on which all of a group can
placing-half-days = Iedereen kan: { $days }.
placing-no-half-day = Er is geen dagdeel waarop iedereen kan.

# $count (Number) - how many more half-days there are
placing-more = nog { $count }

# $score (Number) - the penalty
placing-score = Score { $score }
placing-always = moet altijd

# $name (String) - who moved
# $group (String) - the group they are in now
placing-live-moved = { $name } zit nu in { $group }.
placing-live-stale = Intussen veranderde er iets in de groepen. Druk op Tel opnieuw.
placing-live-failed = De score kon niet worden bijgewerkt. Druk op Tel opnieuw.

# $score (Number) - the penalty
placing-live-score = Score { $score }.

# $count (Number) - how many things are not as they should be
placing-live-unmet = { $count ->
    [0] Alles klopt.
    [one] Eén ding klopt niet.
   *[other] { $count } dingen kloppen niet.
}

placing-late-title = Plaats wie later kwam

# $count (Number) - how many people are in no group
placing-late-lead = { $count ->
    [one] Eén persoon doet mee en zit nog niet in een groep.
   *[other] { $count } mensen doen mee en zitten nog niet in een groep.
} Kring zoekt een plek in de groepen die er zijn, en laat daarvoor zo min mogelijk anderen verhuizen. Er gebeurt niets tot je plaatst.
placing-late-none = Iedereen heeft al een groep
placing-late-none-text = Wie je hierna nog toelaat, vind je hier terug.
placing-late-no-groups = Er zijn nog geen groepen met mensen erin
placing-late-no-groups-text = Stel eerst groepen samen; daarna vind je hier wie er later bij komt.
placing-late-nobody-moves = Iedereen heeft een plek. Niemand hoeft te verhuizen.

# $count (Number) - how many people move to another group
placing-late-movers = Iedereen heeft een plek als { $count ->
    [one] één ander verhuist. Wie dat is, zie je hieronder.
   *[other] { $count } anderen verhuizen. Wie dat zijn, zie je hieronder.
}

# $count (Number) - how many people have no group
placing-late-stuck = { $count ->
    [one] Voor één persoon is nog geen plek gekozen.
   *[other] Voor { $count } mensen is nog geen plek gekozen.
}
placing-late-stuck-text = Hieronder staat per groep wat er in de weg zit. Kring probeerde ook of het lukt als er één, twee of drie anderen verhuizen. Maak een regel losser, sta grotere groepen toe, of kies zelf een groep.
placing-late-not-yet = Nog niet
placing-late-new = nieuw

# $count (Number) - how many people are in the group
placing-late-full = vol ({ $count } mensen)

# $group (String) - name of a group
placing-late-fits = { $group }: past

# $group (String) - name of a group
placing-late-no = { $group }:
placing-late-place = Plaats zo
placing-late-nobody = Kies bij minstens één persoon een groep.

placing-coaches = Wie begeleidt
placing-coaches-hint = Hoeveel van deze groepen kan iemand erbij hebben, en waar? Laat de regio leeg als het niet uitmaakt.
placing-coaches-none = Er is nog geen begeleider in dit programma.
placing-coach-takes = Groepen erbij
placing-coach-regions = Regio's, met komma's ertussen
placing-coach = Begeleider
placing-coach-nobody = Nog niemand
placing-coach-lacks = Nog geen begeleider.

# $name (String) - who leads
# $count (Number) - how many groups they take
placing-coach-full = { $name } krijgt zo meer groepen dan je opgaf ({ $count }).
