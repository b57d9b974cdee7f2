# Mails that wait and mails that went.
outbox-nothing-waits = No mail waits.
outbox-waits = Waiting:
outbox-ended = Done, newest first:
outbox-sent = sent
outbox-failed = failed
outbox-late = too late, not sent
outbox-stopped = stopped
outbox-is-stopped = Mail { $id } will not be sent.
outbox-not-waiting = No mail with the number { $id } waits, or it is being sent right now. kring outbox shows what waits.
