# The mails of a programme: what is about to go, changing and stopping it, what went.

mailings-title = Mail van dit programma
mailings-lead = Hier zie je wat er nog weggaat, en wat er aan wie is verstuurd. Wat nog wacht, kun je veranderen of tegenhouden.
mailings-no-server = Er is nog geen mailserver ingesteld, dus er gaat nu niets weg. Vraag het de beheerder.
mailings-to-samples = Lees hoe elke soort mail eruitziet

# $count (Number) - how many mails
mailings-waiting = Wacht nog: { $count }
mailings-none = Er wacht niets
mailings-none-text = Zodra je een bijeenkomst plant, staan de uitnodigingen en herinneringen hier.
mailings-more = Er wachten er meer. De eerste tweehonderd staan hier.
mailings-ended = Verstuurd en tegengehouden
mailings-ended-none = Nog niets.

# $day (String) - a date
# $time (String) - a time
mailings-moment = { $day }, { $time } uur

# $moment (String) - day and time
mailings-goes = Gaat weg op { $moment }
mailings-calendar = met agendabestand
mailings-problem = Het lukte nog niet om deze te versturen. Kring probeert het opnieuw.
mailings-sent = Verstuurd
mailings-failed = Niet aangekomen
mailings-late = Niet meer nodig
mailings-stopped = Tegengehouden
mailings-subject = Onderwerp
mailings-text = Tekst
mailings-text-hint = In een link staat •••••••• op de plaats van een sleutel die alleen van de ontvanger is. Laat die staan.
mailings-save = Bewaar
mailings-stop = Houd deze mail tegen
mailings-stop-text = Een mail die je tegenhoudt gaat nooit meer weg. De bijeenkomst zelf verandert er niet door.
mailings-wrong-empty = Vul dit in.

# $most (Number) - the most
mailings-wrong-long = Dit is te lang. Er passen { $most } tekens.
mailings-wrong-covered = Een link met •••••••• kan maar één keer in de tekst staan.
mailings-samples = Zo lezen de mails
mailings-samples-text = Met verzonnen gegevens. Wissel van taal om de andere te lezen.
