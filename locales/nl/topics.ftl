# The topics of a group: discussed, and still to come.

topics-title = Onderwerpen
topics-lead = Waar de groep het over heeft gehad en nog over wil hebben. Iedereen mag iets voorstellen.
topics-readers = De groep en de organisator lezen deze lijst. Een casus hoort er niet op.
topics-coming = Nog te bespreken
topics-none = Er staat nog niets op de lijst. Stel hieronder het eerste onderwerp voor.
topics-discussed = Besproken
topics-to-series = Plan bijeenkomsten met deze onderwerpen

# $name (String) - name of a person
topics-by = Voorgesteld door { $name }

# $title (String) - a topic
topics-up = Zet hoger: { $title }

# $title (String) - a topic
topics-down = Zet lager: { $title }
topics-edit = Wijzig
topics-mark = Is besproken
topics-unmark = Toch nog bespreken
topics-remove = Haal van de lijst
topics-remove-text = Het onderwerp verdwijnt van de lijst. Een bijeenkomst die erover gaat, blijft staan.
topics-remove-yes = Haal van de lijst
topics-propose = Stel een onderwerp voor
topics-propose-yes = Zet op de lijst
topics-field = Onderwerp
topics-field-hint = Kort en neutraal: het kan de titel van een bijeenkomst worden.
topics-guest = Met een gastspreker?
topics-guest-hint = Mag leeg blijven. Noem de functie, zoals: een diëtist.
topics-meeting = Bij welke bijeenkomst
topics-meeting-hint = Is die bijeenkomst geweest, dan staat het onderwerp vanzelf bij Besproken.
topics-meeting-none = Nog geen bijeenkomst
topics-edit-title = Onderwerp wijzigen

# $title (String) - the topic as it stands
topics-changed = Iemand anders veranderde dit onderwerp net. Nu staat er: { $title }. Bewaar nog een keer als jouw tekst moet gelden.

# $meeting (String) - title of a meeting
topics-changed-meeting = Bij de bijeenkomst: { $meeting }
topics-full = De lijst is vol. Haal er eerst iets af.
topics-to = Bekijk alle onderwerpen en stel er een voor
topics-to-keep = Onderwerpen van de groep
topics-listed = Van de onderwerpenlijst
topics-listed-none = Geen
topics-use = Neem onderwerpen van de lijst

# $count (Number) - how many topics wait
topics-use-hint = Er { $count ->
    [one] staat 1 onderwerp
   *[other] staan { $count } onderwerpen
} op de lijst. Kring verdeelt ze op volgorde over de data; je kunt dat per datum veranderen.
