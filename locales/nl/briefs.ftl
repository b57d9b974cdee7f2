# Cases as their owners write them.

briefs-mine = Mijn casussen
briefs-mine-lead = Schrijf in alle rust op waar je mee zit. Niemand leest mee tot jij het deelt.
briefs-none = Je hebt nog geen casus
briefs-none-text = Begin klein: een titel en een vraag is genoeg. De rest kan later.
briefs-no-group = Zodra je in een groep zit, kun je hier een casus schrijven.

# $group (String) - name of a group
briefs-new-in = Nieuwe casus voor { $group }
briefs-new = Schrijf een casus
briefs-of-group = Casussen van de groep
briefs-of-group-lead = Wat mensen uit je groep met jullie delen. Het blijft in de groep.
briefs-group-none = Er is nog niets gedeeld
briefs-group-none-text = Een casus staat hier als de begeleider heeft gekeken of niemand te herkennen is.
briefs-untitled = Nog zonder titel
briefs-locked = Niet te openen: de sleutel is weg

# $meeting (String) - title of a meeting
# $day (String) - a date
briefs-at = bij { $meeting }, { $day }

# $day (String) - a date
briefs-changed = veranderd op { $day }
briefs-state-draft = concept
briefs-state-checking = wordt nagekeken
briefs-state-returned = er is een vraag
briefs-state-approved = klaar
briefs-state-listed = op de agenda
briefs-state-treated = behandeld
briefs-state-withdrawn = ingetrokken
briefs-one = Een casus
briefs-write = Schrijf je casus

# $group (String) - name of a group
briefs-write-lead = Voor { $group }. Alleen jij leest dit, tot je het deelt.
briefs-privacy = Wat er met je tekst gebeurt
briefs-privacy-sealed = Hij staat versleuteld op de server. Een beheerder ziet dat er een casus is, niet wat erin staat. Alleen in nood kan die hem openen; dan krijg je meteen een mail en lees je waarom.
briefs-privacy-own = Wat je hier schrijft, is van jou alleen. Bij het delen maak je een tekst voor de anderen, en alleen die lezen zij.
briefs-privacy-neutral = Schrijf toch al zonder namen. Een functie is genoeg: "een wijkverpleegkundige", "een patiënt van in de 70".
briefs-stale = Deze casus is net veranderd, op een ander apparaat of door wie hem met je inbrengt. Hieronder staat wat jij schreef; bewaar je dat, dan komt het in de plaats van wat daar staat.
briefs-stale-short = Deze casus is ergens anders veranderd. Druk op Bewaar om te zien wat je kunt doen.
briefs-saved = Bewaard
briefs-not-saved = Nog niet bewaard: er is geen verbinding. Je tekst staat nog in het scherm.
briefs-template = Hoe uitgebreid?
briefs-template-help = Kies iets anders en bewaar om andere vragen te zien. Wat je al schreef, blijft.
briefs-template-short = Kort
briefs-template-long = Uitgebreid
briefs-template-review = Toetsing aan een richtlijn
briefs-template-dilemma = Dilemma
briefs-title = Titel
briefs-title-help = Neutraal, zonder namen. Dit staat later op de agenda.
briefs-question = Mijn vraag aan de groep
briefs-question-help = Eén zin die met "hoe" of "wat" begint en over jou gaat.
briefs-situation = De situatie in het kort
briefs-situation-help = Wat gebeurde er? Feiten, ongeveer 150 woorden.
briefs-role = Mijn rol en wat ik deed
briefs-role-help = Waar sta jij in dit verhaal?
briefs-tried = Wat ik al geprobeerd heb
briefs-tried-help = En wat dat opleverde.
briefs-people = Wie erbij betrokken zijn
briefs-people-help = Alleen functies: "huisarts", "dochter", "patiënt, 70-80".
briefs-feelings = Wat ik dacht en voelde
briefs-feelings-help = Ook wat je in je lijf merkte.
briefs-hard = Wat het lastig maakt
briefs-hard-help = Of wat je erin raakt.
briefs-wanted = Wat ik na afloop wil hebben
briefs-wanted-help = Inzicht, advies, steun of een besluit?
briefs-learning = Mijn leerdoel
briefs-learning-help = Waar past dit in wat je wilt leren?
briefs-norm = Norm of richtlijn
briefs-norm-help = Waaraan wil je dit toetsen?
briefs-options = De keuzes, en wat tegen elk ervan pleit
briefs-options-help = Optie A en optie B. Wat verlies je bij elk?
briefs-outcome = Hoe het afliep
briefs-outcome-help = De groep leest dit pas na de bespreking.
briefs-settings = Hoe je hem wilt inbrengen
briefs-method = Werkvorm die ik graag zou doen
briefs-method-any = Maakt niet uit
briefs-urgency = Haast?
briefs-urgency-none = kan wachten
briefs-urgency-some = liefst binnenkort
briefs-urgency-high = dringend
briefs-readers = Wie mag dit lezen?
briefs-readers-help = Pas nadat jij het hebt gedeeld en de begeleider heeft gekeken.
briefs-readers-owner = Alleen ik
briefs-readers-facilitator = Ik en de begeleider
briefs-readers-group = De hele groep
briefs-keep = Bewaar
briefs-keep-and-share = Bewaar en ga delen

# $name (String) - whose case it is
briefs-by = Ingebracht door { $name }
briefs-share = Deel je casus
briefs-share-lead = Dit is de tekst die anderen lezen. Verander hier wat iemand herkenbaar maakt; je eigen tekst blijft zoals hij is.
briefs-asked = De begeleider vroeg:
briefs-check-title = Kijk nog één keer
briefs-check-names = Staat er een naam in, een bijnaam of een voorletter? Schrijf een functie.
briefs-check-numbers = Geen geboortedatum, adres, telefoonnummer, BSN of dossiernummer.
briefs-check-age = Een leeftijd in tientallen: "in de 80".
briefs-check-place = Een streek in plaats van een plaats, een jaargetijde in plaats van een datum.
briefs-check-rare = Is de ziekte of de gebeurtenis zeldzaam? Maak het algemener.
briefs-check-family = Zou de patiënt of de familie zich hierin herkennen? En een collega?
briefs-looked-yes = Ik heb gekeken: niemand is hierin te herkennen
briefs-looked-missing = Vink dit aan als je hebt gekeken.
briefs-send = Stuur naar de begeleider
briefs-send-alone = Klaar om na te kijken
briefs-send-note = De begeleider kijkt of niemand te herkennen is, en stelt soms eerst een vraag. Pas daarna lezen de anderen het.
briefs-next-alone = Deze casus is alleen voor jou. Wil je hem delen, kies dan bij "Wie mag dit lezen?" iets anders.
briefs-next-draft = Alleen jij leest dit. Klaar? Maak dan de tekst die de anderen lezen.
briefs-next-returned = De begeleider heeft een vraag voordat de anderen het lezen:
briefs-next-checking = De begeleider kijkt of niemand te herkennen is. Je krijgt een mail.
briefs-next-own-check = Je leidt deze groep als enige. Lees de tekst hieronder nog eens, alsof iemand anders hem schreef.
briefs-next-approved = Klaar om in te brengen. Kies hieronder bij welke bijeenkomst.
briefs-next-listed = Staat op de agenda. Je hoeft niets meer te doen.
briefs-answer = Pas de tekst aan
briefs-go-on = Schrijf verder
briefs-judge = Is hier iemand in te herkennen?
briefs-judge-text = Lees de tekst hieronder. Zie je een naam, een plaats, een datum of een verhaal dat maar van één mens kan zijn, stel dan een vraag.
briefs-approve = Niemand is te herkennen
briefs-ask = Of stel een vraag
briefs-ask-help = Noem de plek, en herhaal de naam niet.
briefs-return = Stuur terug met deze vraag
briefs-shared = Wat gedeeld is
briefs-own = Wat ik voor mezelf schreef
briefs-own-only = Alleen voor jou

# $method (String) - name of a method
briefs-likes = Graag met { $method }
briefs-meeting = Bij welke bijeenkomst?
briefs-meeting-help = Op de agenda staan alleen je titel en je vraag.
briefs-no-meeting = Nog niet
briefs-bring = Zet op de agenda
briefs-withdraw = Trek deze casus in
briefs-withdraw-lost = Alles wat je schreef wordt gewist, en de sleutel erbij. Dit kan niet ongedaan gemaakt worden. Deelde je er iets van in de bibliotheek, dan gaat dat ook weg.
briefs-withdraw-copies = Een reservekopie van eerder is nog te openen tot de beheerder van Kring de sleutel van het geheel vervangt en de oude vernietigt. Vraag gerust wanneer dat weer gebeurt.

# $day (String) - a date
briefs-withdraw-key = De sleutel van nu is van { $day }.
briefs-withdraw-kept = Is de casus al behandeld, dan blijven de titel en de vraag bij die bijeenkomst staan. Wat in de kring is opgeschreven, regel je in het verslag.
briefs-withdraw-now = Wis alles
briefs-withdraw-not = Toch niet

# $group (String) - name of a group
briefs-mail-waits-subject = Een casus wacht op jou: { $group }

# $name (String) - who wrote the case
# $group (String) - name of a group
briefs-mail-waits = { $name } wil een casus delen met { $group }. Kijk jij of niemand erin te herkennen is?
briefs-mail-waits-see = Lees de casus:

# $group (String) - name of a group
briefs-mail-approved-subject = Je casus is klaar: { $group }

# $name (String) - who looked
# $group (String) - name of a group
briefs-mail-approved = { $name } keek naar je casus voor { $group }: niemand is erin te herkennen. Je kunt hem nu op de agenda zetten.

# $group (String) - name of a group
briefs-mail-returned-subject = Een vraag over je casus: { $group }

# $name (String) - who looked
# $group (String) - name of a group
briefs-mail-returned = { $name } keek naar je casus voor { $group } en heeft eerst een vraag.
briefs-mail-nothing = Wat erin staat, staat niet in deze mail.
briefs-mail-see = Kijk verder:
briefs-to-group = Casussen van de groep

# $count (Number) - how many cases
briefs-waiting = { $count ->
    [one] Eén casus wacht op jouw blik
   *[other] { $count } casussen wachten op jouw blik
}

briefs-trail = Wie deze casus zag
briefs-trail-text = Alleen wie de casus inbrengt ziet dit, en het blijft twee jaar staan. Kring noteert wat er gebeurde en nooit wat er staat; van wie leest één keer per dag.
briefs-trail-none = Er is nog niets gebeurd.
briefs-trail-administrator = De beheerder

# $name (String) - who read it
briefs-trail-read = { $name } las de gedeelde tekst

# $name (String) - who shared it
briefs-trail-shared = { $name } deelde de tekst

# $name (String) - who agreed
briefs-trail-agreed = { $name } stemde in met de tekst

# $name (String) - who approved it
briefs-trail-approved = { $name } keurde de tekst goed

# $name (String) - who asked a question
briefs-trail-returned = { $name } stuurde de tekst terug met een vraag

# $name (String) - who owns it as well now
briefs-trail-joined = { $name } werd mede-inbrenger

# $name (String) - who took it back
briefs-trail-withdrawn = { $name } trok de casus in

# $name (String) - an administrator
# $reason (String) - why, in their words
briefs-trail-opened = { $name } opende alles in nood, omdat: "{ $reason }"

# $name (String) - an administrator
briefs-trail-lost = { $name } wiste de casus, omdat de sleutel weg was

# $group (String) - name of a group
briefs-mail-opened-subject = Een casus is in nood geopend: { $group }

# $name (String) - an administrator
# $group (String) - name of a group
briefs-mail-opened = Je casus voor { $group } is net in nood geopend: { $name } heeft gelezen wat je schreef.
briefs-mail-opened-see = Lees waarom, onder "Wie deze casus zag":

# $name (String) - an administrator
# $group (String) - name of a group
briefs-mail-opened-here = Een casus uit { $group } is net in nood geopend: { $name } heeft gelezen wat erin staat. Wie hem inbrengt, heeft hier ook een mail over en ziet waarom.
briefs-mail-opened-group = De groep:

briefs-state-agreeing = wacht op jullie allebei

# $name (String) - who owns it
# $other (String) - who owns it as well
briefs-by-two = Ingebracht door { $name } en { $other }

# $name (String) - who owns it
# $other (String) - who owns it as well
briefs-together = Deze casus is van { $name } en { $other } samen. Jullie schrijven allebei, delen pas als jullie het eens zijn, en ieder van jullie kan hem intrekken.

# $name (String) - who was asked
briefs-asked-along = Je vroeg { $name } om deze casus samen in te brengen. Tot het antwoord er is, leest alleen jij wat je schreef.
briefs-not-along = Toch niet
briefs-along-title = Breng hem samen in
briefs-along = Met wie?
briefs-along-help = Wie ja zegt, leest alles wat hier staat en schrijft mee.
briefs-along-ask = Vraag het

# $name (String) - who owns it as well
briefs-next-agreeing = Je stelde een tekst voor om te delen. Hij gaat verder als { $name } het ermee eens is.

# $name (String) - who owns it as well
briefs-next-agree = { $name } wil de tekst hieronder delen. Ben je het ermee eens? Lees hem alsof iemand anders hem schreef.
briefs-agree = Zo mag hij gedeeld worden
briefs-join = Samen een casus inbrengen

# $name (String) - who asks
briefs-join-lead = { $name } vraagt of deze casus ook van jou is.
briefs-join-text = Zeg je ja, dan lees je wat er staat en schrijf je mee. Anderen lezen pas iets als jullie het allebei eens zijn met de tekst. Ieder van jullie kan de casus intrekken.
briefs-join-yes = Ja, we brengen hem samen in
briefs-join-no = Nee

# $name (String) - who asks
# $group (String) - name of a group
briefs-join-asked = { $name } vraagt of je samen een casus inbrengt in { $group }.
briefs-join-see = Bekijk de vraag

# $group (String) - name of a group
briefs-mail-asked-subject = Samen een casus inbrengen: { $group }

# $name (String) - who asks
# $group (String) - name of a group
briefs-mail-asked = { $name } vraagt of jullie samen een casus inbrengen in { $group }.
briefs-mail-asked-see = Zeg ja of nee:

# $group (String) - name of a group
briefs-mail-proposed-subject = Ben je het eens met deze tekst? { $group }

# $name (String) - the other owner
# $group (String) - name of a group
briefs-mail-proposed = { $name } wil jullie casus delen met { $group }. Dat gebeurt pas als jij het met de tekst eens bent.

# $group (String) - name of a group
briefs-mail-back-subject = Jullie casus is ingetrokken: { $group }

# $name (String) - the other owner
# $group (String) - name of a group
briefs-mail-back = { $name } heeft jullie casus voor { $group } ingetrokken. Alles wat erin stond is gewist.
briefs-mail-back-see = Je andere casussen:
briefs-template-spontaneous = In twee regels
briefs-depth = Waar gaat je vraag over?
briefs-depth-help = Hoe persoonlijker, hoe meer vertrouwen en tijd de groep ervoor neemt.
briefs-depth-unsaid = Zeg ik niet
briefs-depth-how = Over hoe iets moet
briefs-depth-handling = Over hoe ik iets aanpak
briefs-depth-pattern = Over wat mij steeds weer gebeurt
briefs-depth-self = Over wie ik ben en wat ik wil
briefs-quick = Een casus in twee regels

# $group (String) - name of a group
briefs-quick-in = In twee regels voor { $group }
briefs-quick-lead = Speelt er nu iets? Een titel en je vraag zijn genoeg. De rest vertel je in de kring.
briefs-quick-send = Deel hem
briefs-quick-more = Liever uitgebreider?
briefs-uses = Wat mag er na de bespreking mee?
briefs-uses-programme = Andere groepen in het programma mogen lezen wat jullie ervan leerden, zonder namen
briefs-uses-library = Iedereen in de programma's van de organisatie mag lezen wat jullie ervan leerden, zonder namen
briefs-uses-back = Zonder vinkje gebeurt het niet. Een vinkje haal je later weer weg op de pagina van je casus: wat in de bibliotheek op dat vinkje rust, is daar dan meteen weg. Wat iemand al las, kan Kring niet terughalen.
briefs-uses-waits = Dit geldt als jullie allebei ja zeggen.
briefs-uses-keep = Bewaar dit

# $group (String) - name of a group
briefs-mail-carried-subject = Je casus kwam niet aan bod: { $group }

# $day (String) - a date
# $group (String) - name of a group
briefs-mail-carried = { $group } kwam niet toe aan je casus. Hij gaat vanzelf mee naar de bijeenkomst van { $day }. Wil je dat niet, haal hem dan van de agenda.

# $group (String) - name of a group
briefs-mail-left-over = { $group } kwam niet toe aan je casus, en er is nog geen volgende bijeenkomst. Is die er wel, zet hem dan op de agenda.
briefs-shared-proposed = Wat gedeeld zou worden
briefs-own-both = Alleen voor jullie tweeën
briefs-send-other = Leg hem voor aan wie hem met je inbrengt
