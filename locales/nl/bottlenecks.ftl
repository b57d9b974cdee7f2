# What does not work, taken apart by a group.

bottlenecks-title = Knelpunten
bottlenecks-to = Knelpunten uitzoeken

# $count (Number) - how many are not finished
bottlenecks-running = { $count ->
    [one] één loopt nu
   *[other] { $count } lopen nu
}
bottlenecks-lead = Zoek samen uit waardoor iets niet loopt. Wat eronder blijkt te zitten, wordt een vraag voor jullie bijeenkomst.
bottlenecks-none = Er is nog geen knelpunt uitgezocht
bottlenecks-none-text = Begin met één zin: wat loopt er niet? Daarna vult iedereen vanaf de eigen telefoon oorzaken in.
bottlenecks-new = Zoek een knelpunt uit

# $count (Number) - how many causes
bottlenecks-causes = { $count ->
    [0] nog geen oorzaken
    [one] één oorzaak
   *[other] { $count } oorzaken
}
bottlenecks-state-open = invullen
bottlenecks-state-voting = stemmen
bottlenecks-state-closed = gekozen
bottlenecks-effect = Wat loopt er niet?
bottlenecks-effect-help = Eén zin, zonder namen. Iets wat je ziet gebeuren en anders wilt.
bottlenecks-categories = Waar zoeken jullie oorzaken?
bottlenecks-categories-help = Eén op elke regel, twee tot acht. Verander gerust wat er staat.
bottlenecks-meeting = Voor welke bijeenkomst?
bottlenecks-meeting-help = Mag je leeg laten. Alleen bijeenkomsten die nog komen.
bottlenecks-no-meeting = Voor geen enkele in het bijzonder
bottlenecks-anonymous = Oorzaken zonder naam
bottlenecks-anonymous-help = Dan wordt nergens bewaard wie wat schreef, en alleen op welke dag. Je eigen oorzaak verander je dan ook zelf niet meer; dat doet de begeleider. Dit kies je nu, en niet later.
bottlenecks-counts = Laat stemmen meteen zien
bottlenecks-counts-help = Anders ziet iedereen ze pas als de stemming gesloten is.
bottlenecks-make = Begin
bottlenecks-usual =
    Mens & vaardigheden
    Patiënt, cliënt & mantelzorg
    Proces & werkafspraken
    Techniek & leverancier
    Organisatie & leiding
    Financiering & regels
    Omgeving & samenwerking

# $least (Number) - the fewest
# $most (Number) - the most
bottlenecks-categories-count = Geef er { $least } tot { $most }, elk op een eigen regel.

# $most (Number) - how many letters fit
bottlenecks-categories-length = Een van de namen is langer dan { $most } tekens. Maak hem korter.
bottlenecks-categories-twice = Twee ervan zijn hetzelfde. Geef een van de twee een andere naam.

# $now (String) - the categories that stand there now
bottlenecks-categories-changed = Iemand anders veranderde dit net. Nu staat er: { $now }. Bewaar nog een keer als jouw lijst moet gelden.
bottlenecks-settings = Verander waar het over gaat

# $number (Number) - which one
bottlenecks-category = Categorie { $number }
bottlenecks-category-new = Nog een categorie
bottlenecks-category-help = Mag leeg blijven. Maak een naam hierboven leeg om die categorie weg te halen; dat kan als er niets onder staat.
bottlenecks-category-used = Hier staan oorzaken onder. Verplaats die eerst, of geef de categorie een andere naam.
bottlenecks-changed = Er is net iets veranderd in dit knelpunt. Wat jij typte staat er nog: kijk het na en bewaar opnieuw.
bottlenecks-save = Bewaar
bottlenecks-programme = Categorieën voor knelpunten
bottlenecks-programme-lead = Groepen in dit programma zoeken hieronder naar oorzaken als ze een knelpunt uitzoeken. Wat ze invullen, zie je niet.
bottlenecks-programme-help = Eén op elke regel, twee tot acht. Ze gelden voor knelpunten die nog beginnen. Maak alles leeg om de gewone lijst te gebruiken.

# $title (String) - title of a meeting
bottlenecks-for-meeting = Voor { $title }
bottlenecks-reload = Ververs
bottlenecks-news = Er kwam iets bij.
bottlenecks-unsent = Niet verstuurd: er is geen verbinding. Je tekst staat er nog; probeer het zo nog eens.
bottlenecks-turned = Het knelpunt is een stap verder. Ververs de pagina als je klaar bent met typen.
bottlenecks-ask-open = Waardoor komt dit? Zet erbij wat je ziet, en vraag door: waarom is dat zo? Wat anderen toevoegen, verschijnt vanzelf.

# $most (Number) - how many votes somebody has
bottlenecks-ask-vote = Wat zit er echt onder? Kies hooguit { $most } oorzaken. Je kunt je keuze veranderen tot de stemming sluit.
bottlenecks-ask-wait = De groep kiest nu wat er echt onder zit.
bottlenecks-ask-closed = Dit zit eronder, volgens jullie. Maak van een oorzaak een vraag voor een bijeenkomst.
bottlenecks-is-anonymous = Hier wordt niet bewaard wie wat schrijft.
bottlenecks-outline = Oorzaken
bottlenecks-nothing-yet = Nog niets.
bottlenecks-add-here = Voeg toe
bottlenecks-why = Waarom?
bottlenecks-edit = Wijzig
bottlenecks-to-chain = Volg

# $count (Number) - how many votes
bottlenecks-votes = { $count ->
    [one] één stem
   *[other] { $count } stemmen
}

# $count (Number) - how many people voted
bottlenecks-voters = { $count ->
    [0] Nog niemand heeft gestemd.
    [one] Eén iemand heeft gestemd.
   *[other] { $count } mensen hebben gestemd.
}
bottlenecks-drawing = Tekening
bottlenecks-picture = Oorzaken en gevolg als visgraat

# $effect (String) - what is wrong
# $categories (Number) - how many
# $causes (Number) - how many
bottlenecks-picture-text = Het gevolg staat rechts: { $effect }. Daarheen lopen { $categories } categorieën met samen { $causes } oorzaken. Alles wat getekend is, staat ook in de lijst met oorzaken.
bottlenecks-add = Voeg een oorzaak toe
bottlenecks-under = Waar hoort het bij?
bottlenecks-under-help = Een categorie, of een oorzaak waarvan dit het waarom is.
bottlenecks-text = Wat zie je?
bottlenecks-text-help = Kort en zonder namen.
bottlenecks-add-button = Voeg toe
bottlenecks-too-late = De groep is al aan het stemmen; er kan niets meer bij. Dit typte je:

# $most (Number) - how many causes fit
bottlenecks-full = Er staan al { $most } oorzaken. Haal eerst weg wat dubbel is.
bottlenecks-nowhere = Daar kan dit niet onder: die plek is weg, of al vijf keer waarom diep. Kies een andere.
bottlenecks-vote = Stem

# $most (Number) - how many votes somebody has
bottlenecks-vote-label = Kies hooguit { $most } grondoorzaken
bottlenecks-vote-help = Wat zou het meeste schelen als het weg was? Niemand ziet wat jij koos.
bottlenecks-vote-button = Bewaar mijn keuze

# $most (Number) - how many votes somebody has
bottlenecks-vote-most = Je koos er meer dan { $most }. Haal er een paar weg.
bottlenecks-vote-over = De stemming is gesloten. Je laatste keuze is niet meer geteld.
bottlenecks-roots = Grondoorzaken
bottlenecks-roots-none = Niemand heeft gestemd. De begeleider kan de stemming weer openen.
bottlenecks-treated = Besproken
bottlenecks-on-agenda = Staat op een agenda
bottlenecks-lead-title = Verder gaan
bottlenecks-turn-voting = Begin de stemming
bottlenecks-turn-voting-text = Genoeg verzameld? Daarna kan er niets meer bij, tot je teruggaat.
bottlenecks-turn-closed = Sluit de stemming
bottlenecks-turn-open = Terug naar invullen
bottlenecks-turn-again = Open de stemming weer

# $name (String) - who wrote it
bottlenecks-by = Van { $name }
bottlenecks-not-yours = De woorden verandert wie het schreef, of wie de groep begeleidt. Verplaatsen mag iedereen.
bottlenecks-back = Terug naar het knelpunt
bottlenecks-edit-title = Een oorzaak wijzigen
bottlenecks-move = Verplaats
bottlenecks-move-under = Hoort eigenlijk onder
bottlenecks-move-help = Wat eronder staat, gaat mee.
bottlenecks-move-button = Verplaats
bottlenecks-up = Eén omhoog
bottlenecks-down = Eén omlaag
bottlenecks-remove = Haal weg
bottlenecks-remove-text = Dan is deze oorzaak voor iedereen weg.
bottlenecks-remove-button = Haal deze oorzaak weg
bottlenecks-not-bare = Hier staat nog iets onder, of er is een vraag van gemaakt. Verplaats of verwijder eerst wat eronder staat.

# $text (String) - what stands there now
bottlenecks-renamed = Iemand anders veranderde dit net. Nu staat er: { $text }. Bewaar nog een keer als jouw woorden moeten gelden.
bottlenecks-ask = Maak hier een vraag van
bottlenecks-ask-again = Zet de vraag op een andere bijeenkomst
bottlenecks-ask-lead = De vraag komt op de agenda van een bijeenkomst. Daar kiest de groep hem, bijvoorbeeld met de focusmethode.
bottlenecks-no-meetings = Er staat nog geen bijeenkomst gepland. Plan er eerst een op de pagina van de groep.

# $text (String) - a cause
bottlenecks-question-start = Hoe komen we verder met: { $text }
bottlenecks-question-title = Titel
bottlenecks-question-title-help = Neutraal, zonder namen. Dit staat op de agenda.
bottlenecks-question = De vraag aan de groep
bottlenecks-question-help = Eén zin die met "hoe" of "wat" begint.
bottlenecks-question-meeting = Voor welke bijeenkomst?
bottlenecks-question-owner = Wie brengt hem in?
bottlenecks-question-owner-help = Spreek het eerst af. Wie inbrengt, vertelt er iets bij uit de eigen praktijk.
bottlenecks-choose = Kies
bottlenecks-you-bring = Jij brengt hem in.
bottlenecks-ask-button = Zet op de agenda
bottlenecks-chain = Van knelpunt tot actie
bottlenecks-chain-bottleneck = Knelpunt
bottlenecks-chain-cause = Oorzaak
bottlenecks-chain-question = Vraag
bottlenecks-no-question = Hier is nog geen vraag van gemaakt.
bottlenecks-no-question-yet = Hier is nog geen vraag van gemaakt. Dat kan als de stemming gesloten is en iemand dit koos.

# $title (String) - title of a meeting
# $day (String) - a date
bottlenecks-at-meeting = Op de agenda van { $title }, { $day }
bottlenecks-no-actions = Er zijn nog geen acties bij deze oorzaak gezet.
bottlenecks-link-actions = Zeg welke acties hierbij horen
bottlenecks-link-label = Acties uit de bijeenkomst
