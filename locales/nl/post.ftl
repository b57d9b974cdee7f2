# Mails that wait and mails that went.
outbox-nothing-waits = Er wacht geen mail.
outbox-waits = Wacht:
outbox-ended = Klaar, de nieuwste bovenaan:
outbox-sent = verstuurd
outbox-failed = mislukt
outbox-late = te laat, niet verstuurd
outbox-stopped = tegengehouden

# $id (String) - the number of a mail
outbox-is-stopped = Mail { $id } wordt niet verstuurd.

# $id (String) - what was given
outbox-not-waiting = Er wacht geen mail met nummer { $id }, of hij wordt nu net verstuurd. Met kring outbox zie je wat er wacht.
