# Agreements of a group: the text, who accepted it, a new version; and the question in the room.

agreements-title = Onze afspraken
agreements-none = Er zijn nog geen afspraken. Schrijf ze samen op: wat blijft binnen, hoe praten we met elkaar, en wat doen we met de telefoon.

# $version (Number) - number of the version
# $date (String) - since when
agreements-version = Versie { $version }, sinds { $date }.
agreements-yours = Jij bent akkoord.
agreements-accept = Ik ga akkoord

# $names (String) - list of names
agreements-by = Akkoord: { $names }.
agreements-nobody = Nog niemand is akkoord. Iedereen krijgt de vraag bij het binnenkomen in de kring.

# $count (Number) - how many people
agreements-count = { $count ->
    [0] Nog niemand is akkoord.
    [one] Eén persoon is akkoord.
   *[other] { $count } mensen zijn akkoord.
}
agreements-write = Schrijf een nieuwe versie
agreements-text = De afspraken
agreements-text-hint = Eén afspraak per regel.
agreements-asks-again = Iedereen krijgt bij de volgende keer binnenkomen opnieuw de vraag om akkoord te gaan.
agreements-save = Bewaar als nieuwe versie
agreements-overtaken = Iemand anders heeft net een nieuwe versie bewaard. Die staat hierboven, jouw tekst staat hieronder. Voeg ze samen en bewaar opnieuw.
agreements-empty = Er staat nog niets. Schrijf minstens één afspraak op.

# $most (Number) - most characters
agreements-long = Dit is te lang om te onthouden. Houd het op hooguit { $most } tekens.

# $most (Number) - most lines
agreements-many = Dit zijn te veel afspraken om te onthouden. Houd het op hooguit { $most } regels.
agreements-unchanged = Er is niets veranderd. Pas eerst de tekst aan.
agreements-first = Eerst de afspraken
agreements-first-text = Lees wat jullie elkaar beloven. Ga je akkoord, dan doe je mee.
agreements-first-guest = Lees wat de mensen in deze kring elkaar beloven. Ga je akkoord, dan doe je mee.
agreements-first-note = Niet akkoord of twijfel? Zeg het tegen de begeleider voordat je verdergaat.
