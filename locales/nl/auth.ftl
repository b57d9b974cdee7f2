# Signing in and out.

auth-title = Aanmelden
auth-explanation = Voor deze pagina moet je aangemeld zijn. Open de link uit je uitnodiging. Heb je die niet meer? Vraag de organisator van je groep om een nieuwe.
auth-demo = Dit is een demo: alles is verzonnen, en je kunt zijn wie je wilt.
auth-demo-choose = Kies wie je bent
auth-offer-title = Aanmelden bij Kring
auth-offer-text = Druk op de knop en je bent binnen. Een wachtwoord heb je niet nodig.
auth-offer-button = Aanmelden
auth-offer-note = Deze link werkt één keer. Je blijft aangemeld op dit apparaat tot je je afmeldt, of hooguit 45 dagen.
auth-refused-title = Deze link werkt niet meer
auth-refused-text = Een link werkt één keer en niet langer dan een week. Vraag de organisator van je groep om een nieuwe.
