# Error pages: what happened and what to do.
errors-home = Naar de startpagina
errors-reference = Meld je dit? Noem dan deze code:
errors-not-found-title = Deze pagina is er niet
errors-not-found-text = Het adres klopt niet, of de pagina is niet voor jou bedoeld. Kijk of de link compleet is.
errors-gone-title = Deze pagina is weggehaald
errors-gone-text = Wat hier stond is verwijderd en komt niet terug.
errors-forbidden-title = Dit kan nu niet
errors-forbidden-text = Je hebt hier geen toegang toe. Vraag de organisator als je denkt van wel.
errors-foreign-text = Dit verzoek kwam van een andere website en is daarom niet uitgevoerd. Ga terug naar Kring en probeer het daar opnieuw.
errors-too-many-title = Even wachten
errors-too-many-text = Er kwamen te veel verzoeken achter elkaar. Wacht een paar minuten en probeer het opnieuw.

# $minutes (Number) - how long to wait
errors-too-many-wait = Dit is in korte tijd te vaak geprobeerd. { $minutes ->
    [one] Over een minuut kan het weer.
   *[other] Over { $minutes } minuten kan het weer.
}
errors-too-large-title = Dit is te groot
errors-too-large-text = Wat je stuurde past niet. Maak het kleiner en probeer het opnieuw.
errors-unreadable-title = Dit verzoek is niet compleet
errors-unreadable-text = Er ontbrak iets in wat je stuurde. Ga terug, laad de pagina opnieuw en probeer het nog eens.
errors-broken-title = Er ging iets mis bij ons
errors-broken-text = Het ligt niet aan jou. Probeer het over een paar minuten opnieuw. Wat al bewaard was, is er nog.
