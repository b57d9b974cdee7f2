# The library: what owners of treated cases share, and finding it again.

library-name = Bibliotheek
library-lead = Wat collega's leerden van een casus, in algemene woorden. Je vindt alleen wat met jou is gedeeld.

# $count (Number) - how many entries
library-waiting = { $count ->
    [one] Eén bijdrage wacht op jouw blik
   *[other] { $count } bijdragen wachten op jouw blik
}
library-words = Waar ben je naar op zoek?
library-words-help = Gewone woorden. Andere vormen, delen van woorden en woorden die hetzelfde betekenen tellen mee.
library-search = Zoek
library-filters = Zoek gerichter
library-all = Alles
library-theme = Onderwerp
library-category = Waar zit het knelpunt?
library-category-help = Kies wat past, of niets.
library-intervention = Interventie
library-job = Beroep
library-newest = Nieuw in de bibliotheek

# $count (Number) - how many entries
library-found = { $count ->
    [0] Niets gevonden
    [one] Eén bijdrage gevonden
   *[other] { $count } bijdragen gevonden
}
library-nothing = Probeer een ander woord, of minder woorden. Staat er een keuze aan bij "Zoek gerichter", zet die dan uit.
library-empty = De bibliotheek is nog leeg
library-empty-text = Heb je een casus besproken, dan kun je als eerste delen wat je ervan leerde.
library-to-mine = Jouw besproken casussen en wat je ervan deelt

# $reasons (String) - a list of reasons
library-why = Gevonden omdat { $reasons }.

# $found (String) - a word
library-why-literal = “{ $found }” erin staat

# $asked (String) - a word somebody typed
# $found (String) - a word that was found
library-why-form = “{ $found }” een vorm is van “{ $asked }”

# $asked (String) - a word somebody typed
# $found (String) - a word that was found
library-why-part = “{ $found }” en “{ $asked }” een deel gemeen hebben

# $asked (String) - a word somebody typed
# $found (String) - a word that was found
library-why-synonym = “{ $found }” hetzelfde betekent als “{ $asked }”

# $asked (String) - a word somebody typed
# $found (String) - a word that was found
library-why-typo = “{ $found }” bijna zo geschreven wordt als “{ $asked }”

# $page (Number) - which page
# $pages (Number) - how many there are
library-page = Bladzijde { $page } van { $pages }
library-near = Dit kwam al eerder voorbij
library-near-read = Lees de hele bijdrage
library-theme-language = Taal en begrijpen
library-theme-money = Geldzorgen
library-theme-lifestyle = Leefstijl
library-theme-chronic = Chronische ziekte
library-theme-elderly = Kwetsbare ouderen
library-theme-mental = Psychische klachten
library-theme-tasks = Taken en grenzen
library-theme-cooperation = Samenwerken
library-theme-leading = Leiding geven
library-theme-balance = Werk en privé
library-theme-digital = Zorg op afstand
library-theme-moral = Dilemma's
library-category-people = Mens en vaardigheden
library-category-patient = Patiënt en mantelzorg
library-category-process = Proces en werkafspraken
library-category-technique = Techniek en leverancier
library-category-organisation = Organisatie en leiding
library-category-money = Geld en regels
library-category-surroundings = Omgeving en samenwerking
library-title-field = Titel
library-title-help = Neutraal, zonder namen.
library-question = De vraag
library-question-help = Zo algemeen dat een collega van elders hem ook kan hebben.
library-context = Waar het speelde
library-context-help = In algemene woorden: wat voor situatie, wat maakte het lastig? Zonder wie, waar en wanneer.
library-approach = Hoe het is aangepakt
library-approach-help = Wat deed de groep, wat deed jij?
library-advice = Welke adviezen zijn meegenomen
library-advice-help = Hier staat alvast wat je in de kring meenam. Maak er adviezen van die een ander begrijpt.
library-result = Wat het opleverde
library-result-help = Ook als het niet hielp. Mag later.
library-method = Werkvorm
library-method-none = Niet van belang
library-job-none = Zeg ik liever niet
library-job-from = Vanuit welk beroep vertel je dit?
library-job-help = Wie zoekt, ziet het beroep en nooit je naam.
library-about = Waar gaat het over?
library-progress-done = Het hielp
library-progress-half = Een beetje
library-progress-not = Nog niet
library-state-draft = concept
library-state-checking = wordt nagekeken
library-state-returned = er is een vraag
library-state-open = in de bibliotheek
library-state-changing = in de bibliotheek, met een verandering die nog niet is nagekeken
library-state-resting = rust: niemand vindt het
library-share = Deel wat je leerde
library-share-case = Deel met anderen
library-share-lead = Buiten je eigen groep gelden strengere regels. Lees ze eerst; je beslist zelf, en je kunt altijd terug.
library-terms = Wat er gebeurt als je deelt
library-terms-nameless = Je naam staat er niet bij, en die van je groep ook niet.
library-terms-general = Je schrijft een nieuwe tekst, in algemene woorden. Wat je voor de groep schreef, blijft in de groep.
library-terms-checked = Een begeleider kijkt of niemand te herkennen is. Pas daarna vindt iemand het.
library-terms-review = Na een jaar vragen we of het nog klopt. Zeg je niets, dan verdwijnt het uit de bibliotheek tot je kijkt.
library-terms-withdrawal = Trek je het in, dan vindt meteen niemand het meer: de tekst en de sleutel worden gewist. Wat iemand al las of opschreef, kunnen we niet terughalen.
library-scope = Voor wie?

# $programme (String) - name of a programme
library-scope-programme = Deelnemers en begeleiders van { $programme }

# $organisation (String) - name of an organisation
library-scope-organisation = Deelnemers en begeleiders van alle programma's van { $organisation }
library-consent = Ik geef toestemming om mijn bijdrage hiervoor te gebruiken
library-consent-missing = Vink dit aan als je wilt delen. Anders gebeurt er niets.
# $names (String) - names of people
library-consent-of-others = { $names } moet hier ook ja op zeggen: een vinkje op de pagina van de casus is genoeg. Daarna kun je verder.
library-consent-waits = Wie de casus samen met je heeft, moet hier ook ja op zeggen: een vinkje op de pagina van de casus is genoeg. Tot dan blijft alles zoals het was.
library-begin = Begin met schrijven
library-begin-note = Er wordt nog niets gedeeld.
library-mine = Mijn besproken casussen
library-mine-lead = Van elke casus die je inbracht kun je delen wat je leerde, en vertellen wat ervan werd.
library-mine-none = Je hebt nog geen besproken casus
library-mine-none-text = Zodra een casus van jou in een bijeenkomst is besproken, staat hij hier.

# $day (String) - a date
library-treated = besproken op { $day }
library-to-entry = Naar je bijdrage
library-return-tell = Vertel wat ervan werd
library-return-change = Verander wat je vertelde
library-checks = Bijdragen om na te kijken
library-checks-lead = Jij was in de kring en weet waaraan iemand te herkennen is. Kijk je even?
library-checks-none = Er wacht niets
library-checks-none-text = Je krijgt een mail als iemand iets wil delen.

# $name (String) - who wrote it
# $programme (String) - name of a programme
library-from = Van { $name } · { $programme }
library-one = Een bijdrage
library-draft = De tekst waaraan gewerkt wordt
library-public = Wat anderen lezen

# $day (String) - a date
library-since = In de bibliotheek sinds { $day }.

# $day (String) - a date
library-until = Wordt opnieuw bekeken op { $day }.
library-next-draft = Niemand anders leest dit. Klaar? Stuur het dan naar wie het nakijkt.
library-next-changing = Anderen lezen nog de vorige tekst. Klaar met veranderen? Stuur het dan naar wie het nakijkt.
library-next-checking = Een begeleider kijkt of niemand te herkennen is. Je krijgt een mail.
library-next-returned = De begeleider heeft een vraag voordat anderen het lezen:
library-next-open = Staat in de bibliotheek. Je hoeft niets meer te doen.
library-next-again = Klopt dit nog? Zonder antwoord verdwijnt het uit de bibliotheek tot je kijkt.
library-no-checker = Er is nu niemand die dit kan nakijken: buiten jou leidt niemand een groep van dit programma. Vraag de organisator om een tweede begeleider.
library-recall = Haal terug om te veranderen
library-still = Dit klopt nog
library-change = Verander de tekst

# $name (String) - who wrote it
library-judge-text = { $name } wil dit delen met mensen buiten de groep. Zij kennen de patiënt, de praktijk of de collega misschien. Kan iemand zich hierin herkennen, stel dan een vraag.
library-judge-spots = De schrijver zei dat dit mag blijven staan. Vind jij dat ook?
library-approve = Niemand is te herkennen: zet in de bibliotheek
library-consented = Voor wie dit is

# $organisation (String) - name of an organisation
library-for-organisation = Deelnemers en begeleiders van alle programma's van { $organisation } vinden dit.

# $programme (String) - name of a programme
library-for-programme = Deelnemers en begeleiders van { $programme } vinden dit.
library-make-programme = Voortaan alleen nog voor dit programma

# $organisation (String) - name of an organisation
library-make-organisation = Ik geef toestemming voor alle programma's van { $organisation }
library-withdraw = Haal dit uit de bibliotheek
library-withdraw-lost = De tekst en de sleutel worden gewist en meteen vindt niemand het meer. Dit kan niet ongedaan gemaakt worden. In een reservekopie van eerder kan het nog zitten tot die wordt weggegooid.
library-withdraw-kept = Wat iemand al las of opschreef, kunnen we niet terughalen. Je casus in de groep blijft zoals hij is.
library-withdraw-now = Wis mijn bijdrage
library-write = Schrijf je bijdrage
library-write-lead = Voor een collega die jouw groep niet kent. Alleen jij leest dit, tot je het laat nakijken.
library-asked = Wie het nakeek, vroeg:
library-certain = Hier staat een nummer, een adres of iets anders dat zeker herkenbaar is. Haal het weg; daarna kun je versturen.
library-guard-text = Buiten de groep wijst Kring ook aan waar het niet zeker van is. Het ziet niet alles: kijk zelf ook.
library-check-general = Geen plaats, geen datum, geen leeftijd: "iemand op leeftijd", "een praktijk", "onlangs".
library-check-outside = Zou iemand die de patiënt, de familie of een collega kent, weten over wie het gaat?
library-looked = Ik heb gekeken: ook wie hen kent, herkent niemand
library-looked-missing = Vink dit aan als je hebt gekeken.
library-send = Laat nakijken
library-send-note = Wie het nakijkt krijgt een mail. Daarna staat het in de bibliotheek, of komt het terug met een vraag.
library-return = Wat werd ervan?

# $day (String) - a date
library-return-lead = Je bracht deze casus in op { $day }. Twee minuten, en je groep weet hoe het verder ging.
library-return-thanks = Dank je, het is bewaard. Je kunt het hieronder nog veranderen.
library-return-went = Hoe ging het?
library-return-told = Wat deed je, en wat kwam ervan?
library-return-help = Zonder namen. Een paar zinnen is genoeg.
library-return-group = Mijn groep mag dit lezen
library-return-entry = Zet dit ook bij het resultaat van mijn bijdrage. Het wordt eerst nagekeken.
library-looking-back = Wat ervan werd
library-looking-back-lead = Hoe het verderging met casussen die jullie samen bespraken. Het blijft in de groep.
library-looking-none = Nog niets om op terug te kijken
library-looking-none-text = Vier weken na een bijeenkomst vragen we de inbrenger hoe het verderging.

# $place (String) - name of a programme
library-mail-waits-subject = Een bijdrage wacht op jou: { $place }

# $name (String) - who wrote it
# $place (String) - name of a programme
library-mail-waits = { $name } wil delen wat een casus opleverde, met mensen buiten de groep ({ $place }). Kijk jij of niemand te herkennen is?

# $place (String) - name of a programme
library-mail-published-subject = Je bijdrage staat in de bibliotheek: { $place }

# $name (String) - who looked
# $place (String) - name of a programme
library-mail-published = { $name } keek naar je bijdrage ({ $place }): niemand is erin te herkennen. Anderen kunnen haar nu vinden.

# $place (String) - name of a programme
library-mail-returned-subject = Een vraag over je bijdrage: { $place }

# $name (String) - who looked
# $place (String) - name of a programme
library-mail-returned = { $name } keek naar je bijdrage ({ $place }) en heeft eerst een vraag.

# $place (String) - name of a programme
library-mail-again-subject = Klopt je bijdrage nog? { $place }

# $place (String) - name of a programme
library-mail-again = Een jaar geleden deelde je wat je leerde van een casus ({ $place }). Klopt het nog? Zonder antwoord verdwijnt het over vier weken uit de bibliotheek, tot je kijkt.

# $place (String) - name of a group or programme
library-mail-return-subject = Wat werd ervan? { $place }

# $place (String) - name of a group or programme
library-mail-return = Een paar weken geleden bracht je een casus in ({ $place }). Hoe ging het verder? Het kost twee minuten.
library-to-returns = Wat ervan werd
library-experience = Wie heeft hier ervaring mee?
library-offer-text = Heb je dit ook meegemaakt? Laat anderen je dan vragen. Wie dit mag lezen, ziet je naam en je beroep.
library-offer = Ik heb ervaring hiermee, je mag me vragen
library-offered = Jij staat erbij: anderen mogen je vragen.
library-offer-off = Haal mijn naam weg
library-ask-note = Vraag je iemand iets, dan krijgt die één mail, met jouw naam en mailadres om te antwoorden.

# $name (String) - who can be asked
library-ask = Vraag { $name }
library-has-asked = De mail is onderweg. Het antwoord komt in je eigen mailbox.

# $name (String) - who asks
library-mail-asks-subject = { $name } wil je iets vragen

# $name (String) - who asks
library-mail-asks = { $name } las in de bibliotheek iets waar jij ervaring mee hebt, en wil je iets vragen.

# $mail (String) - an address
library-mail-asks-answer = Wil je helpen, mail dan naar { $mail }. Nu even niet? Dan hoef je niets te doen.
library-mail-asks-off = Waar het over gaat, en waar je je naam weghaalt:
library-to-wishes = Niet gevonden? Vraag wie er ervaring mee heeft
library-wishes = Wie heeft ervaring met?
library-wishes-lead = Vraag het de mensen van je programma. Zij zien je naam en je vraag; wie kan helpen, stuurt je een mail.
library-wishes-none = Er staat nu geen vraag open.

# $about (String) - what somebody looks for
library-wish-about = Wie heeft ervaring met { $about }?
library-wish = Wie heeft ervaring met …
library-wish-hint = Een onderwerp, geen casus. Bijvoorbeeld: een spreekuur zonder afspraak.
library-wish-place = In welk programma vraag je het?
library-wish-send = Plaats je vraag
library-wish-named = Hier staat een naam, een plaats of een nummer in. Noem alleen het onderwerp.
library-wish-close = Gevonden: haal mijn vraag weg
library-wish-help = Ik kan helpen

# $name (String) - who asks
library-wish-help-note = { $name } krijgt één mail met jouw naam en mailadres.
library-has-helped = De mail is onderweg. Het antwoord komt in je eigen mailbox.

# $name (String) - who helps
library-mail-helps-subject = { $name } kan je helpen

# $name (String) - who helps
# $mail (String) - an address
library-mail-helps = { $name } heeft ervaring met wat je in de bibliotheek vroeg. Mail terug naar { $mail } en spreek iets af.
library-mail-helps-off = Gevonden wat je zocht? Haal je vraag dan weg:
