# The demo: greeting, choosing who to be, links.

demo-welcome-kicker = Nu bezig in de demo
demo-choose-button = Doe mee: kies wie je bent
demo-read-invitation = Lees de uitnodiging
demo-choose-title = Aanmelden als …
demo-choose-text = Iedereen hieronder is verzonnen. Kies iemand en kijk rond: een deelnemer ziet iets anders dan een begeleider of een organisator.

# $address (String) - web address
demo-links = Aanmelden kan met een link die één keer werkt, of als wie dan ook op { $address }
demo-part-facilitator = begeleidt de bijeenkomst die nu begint
demo-part-owner = brengt de casus in
demo-part-participant = doet mee
demo-part-organiser = organiseert het programma
demo-old = Let op: deze voorbeeldgegevens zijn van een eerdere dag. Met --fresh begin je opnieuw, met een bijeenkomst die nu start.
invite-note = Deze link werkt één keer, een week lang. Geef hem alleen aan de persoon zelf.

# $mail (String) - mail address
invite-unknown = Niemand heeft het adres { $mail }. Voeg --name "Voornaam Achternaam" toe om een nieuw iemand te maken.

# $mail (String) - what was given
invite-no-address = { $mail } is geen mailadres. Een goed voorbeeld is noor@example.nl.
demo-brings-case = brengt vandaag de casus in
demo-mail-title = Mail in de demo
demo-mail-text = In de demo gaat er geen mail naar buiten. Wat Kring zou versturen, lees je hier.
demo-mail-none = Nog geen mail
demo-mail-none-text = Plan een bijeenkomst; de uitnodigingen komen hier.
demo-mail-calendar = Bijlage: agendabestand kring.ics
