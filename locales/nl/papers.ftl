# The papers of a meeting: links and files.

papers-title = Stukken
papers-lead = Wat je vooraf leest, of na afloop meeneemt.
papers-none = Er zijn nog geen stukken.
papers-add = Voeg een stuk toe
papers-add-yes = Voeg toe
papers-name = Naam
papers-name-hint = Zo staat het in de lijst en in de herinnering. Laat je dit leeg, dan geldt de naam van het bestand.
papers-address = Een link
papers-address-hint = Beginnend met https://
papers-file = Of een bestand
papers-file-hint = PDF, Word, Excel, PowerPoint, OpenDocument of een afbeelding, zonder macro's. Hoogstens 10 MB.
papers-for-speakers = De gastspreker leest het ook
papers-for-speakers-hint = Zonder vinkje leest alleen wie bij de bijeenkomst hoort het.
papers-no-cases = Zet hier geen casus neer en niets waaraan iemand te herkennen is.
papers-form-wrong = Er klopt nog iets niet. Het staat bij het veld. Kies het bestand daarna opnieuw.
papers-nothing = Kies een bestand, of vul hierboven een link in.
papers-both = Kies een link of een bestand, niet allebei.
papers-too-large = Dit bestand is te groot. Er past 10 MB; maak het kleiner of geef een link.
papers-wrong-kind = Dit soort bestand neemt Kring niet aan. Bewaar het als PDF, of zonder macro's, en probeer het nog eens.

# $most (Number) - how many fit
papers-full = Een bijeenkomst heeft hoogstens { $most } stukken. Haal er eerst een weg.
papers-link = link
papers-with-speaker = De gastspreker leest dit ook.

# $size (Number) - size of a file
papers-kilobytes = { $size } kB

# $size (Number) - size of a file
papers-megabytes = { $size } MB
papers-remove = Haal weg
papers-remove-text = Het stuk is dan voor iedereen weg. Dit kun je niet terugdraaien.
papers-remove-yes = Haal het stuk weg
papers-to-add = Voeg stukken toe
papers-to = Bekijk de stukken

# $titles (String) - names of papers, one a line
papers-mail = Stukken bij deze bijeenkomst:
    { $titles }
papers-mail-some = Er zijn stukken bij deze bijeenkomst. Je vindt ze op de pagina hieronder.
