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
placing-compose-by-hand = Kies bij iemand een andere groep en tel opnieuw; dan zie je wat het uitmaakt.
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
placing-compose-idle = telt nu niet mee, want niemand heeft dit ingevuld
placing-into-later = Laat leeg om later te plaatsen.
placing-leads-what = Kies welke groep deze begeleider krijgt.
