# The command line: settings, demo, doctor.

config-unreadable = { $file } cannot be read: { $reason }. Check that the file exists and is valid TOML.
config-unknown = { $place }: there is no setting { $key }. Do you mean { $near }?
config-wrong = { $place }: the value of { $key } is not right. A good example is { $example }.
config-missing = { $key } is missing; { $because } needs it. A good example is { $example }.
demo-ready = Kring is ready: open { $address }
demo-stop = To stop: Ctrl-C. The example data disappear then, unless you used --data.

method-unknown = There is no method { $id }. Do you mean { $near }? All names: kring method list
method-nothing-fits = No method fits this. Take more time (--minutes) or another number of people (--people).

doctor-settings = The settings can be read.
doctor-folder = The data folder { $folder } is there and can be written.
doctor-folder-new = The data folder { $folder } is not there yet. Kring makes it at the first start.
doctor-folder-unwritable = The data folder { $folder } cannot be written: { $reason }. Choose another folder (--data), or let the user of Kring write there.
doctor-clock = The clock says { $now } (time in Amsterdam).
doctor-clock-wrong = The clock says { $today }, so it is behind. Set it, preferably by a time service such as systemd-timesyncd.
doctor-database = The database answers: { $engine } { $version }.
doctor-database-unreachable = The database { $what } does not answer: { $reason }. Check that it runs and that address, user and password are right.
doctor-database-new = The database { $file } is not there yet. Kring makes it at the first start.
doctor-schema = The tables are of version { $version }, like this program.
doctor-schema-older = The tables are of version { $database }; this program brings them up to { $binary } at its next start. Make a backup first.
doctor-schema-newer = The tables are of version { $database }, this program knows { $binary }. Install the newer Kring, or restore a backup that belongs to this program.
doctor-migration-changed = Migration { $version } ({ $name }) is not the one these tables were made with. Use the Kring that made this database.
doctor-in-use = A Kring is running on this database now.
doctor-writable = The database can be written.
doctor-unwritable = The database cannot be written: { $reason }. Look at owner and rights of file and folder, or of the database user.
doctor-space = { $free } MB of disk are free.
doctor-space-little = Only { $free } MB of disk are free. Free some space or move the data folder.
doctor-journal = SQLite writes with a log ({ $mode }), so that reading and writing do not wait for each other.
doctor-journal-other = SQLite writes in mode { $mode }. Kring sets it to wal at its next start.
doctor-clock-same = The clock of the database server agrees ({ $ahead } ms difference).
doctor-clock-differs = The clock of the database server differs by { $ahead } ms. Set both machines by a time service.
doctor-unsuitable = This PostgreSQL database is not suitable: { $problem }. Make it anew, with template0, UTF8 and C.UTF-8; docs/operations.md shows how.
doctor-nats = NATS { $version } answers.
doctor-nats-unreachable = NATS at { $what } does not answer: { $reason }. People then see news of other machines a few seconds late. Check that NATS runs.
doctor-port = There is room to listen on { $listen }.
doctor-port-taken = Something listens on { $listen } already. If it is Kring itself, that is fine; otherwise choose another place with --listen.
doctor-port-refused = Kring may not listen on { $listen }: { $reason }. Choose another address, or a port above 1024 (--listen).
doctor-address = People reach Kring at { $address }.
doctor-address-http = People reach Kring at { $address }, without encryption. Put a proxy with https in front and set the address accordingly (--address).
doctor-proxy = Kring reads who asks from the header { $name } of your proxy.
doctor-proxy-none = Kring is behind a proxy and does not know who asks. Set proxy_header to the header in which the proxy writes it, such as x-forwarded-for; otherwise everybody shares one limit.
doctor-mail-none = No mail server is set. Kring cannot send invitations or codes then. Set mail_server and mail_from.
doctor-mail = The mail server { $server } answers.
doctor-mail-unreachable = The mail server { $server } does not answer: { $reason }. Check the setting mail_server.
doctor-mail-silent = The mail server { $server } does not answer within { $seconds } seconds. Check mail_server, and whether a firewall is in between.
doctor-mail-unusable = The mail settings cannot be used: { $reason }. Check mail_server and mail_from.
doctor-sound = All is well.
doctor-warnings = { $count ->
    [one] It works, with 1 warning.
   *[other] It works, with { $count } warnings.
}
doctor-problems = { $count ->
    [one] 1 problem to solve.
   *[other] { $count } problems to solve.
}

backup-done = The backup is in { $file } ({ $size } kB) and was read back.
backup-holds = It holds { $tables } tables, { $rows } rows, version { $version }.
restore-done = { $database } was restored from { $file }.
receive-comes = Noted: comes.
receive-does-not-come = Noted: does not come.
receive-too-late = The meeting has begun or does not take place; nothing was changed.
receive-stranger = This answer does not come from somebody who was invited; nothing was changed.
receive-bounced = Noted: a mail did not arrive.
receive-posted = Noted: an answer in a conversation.
receive-returned = The answer could not be posted and goes back to its writer.
receive-nothing = There is nothing in this mail that Kring does anything with.

doctor-keys = The keys of cases are here. Cases that can be opened: { $records }.
doctor-keys-unusable = The keys of cases cannot be used: { $reason }.
keys-none = There are no keys yet. Kring makes one with the first case.
keys-used = { $id }  since { $day }  cases: { $records }
keys-absent = { $id }  since { $day }  cases: { $records }  not on this machine
keys-unused = { $id }  not used yet
keys-lost = { $count ->
    [one] One case cannot be opened: its key is not here. Put it back. If it is gone, erase the case with kring keys forget-lost.
   *[other] { $count } cases cannot be opened: their key is not here. Put it back. If it is gone, erase the cases with kring keys forget-lost.
}
keys-new-setting = Put this in the settings of every server and restart them. Then run kring keys rotate.
keys-new-file = There is a new key in case.key. Give the file to every server, then run kring keys rotate.
keys-rotated = Everything is under key { $id }. Cases moved to it: { $records }. Older keys count no longer.
keys-left = Now leave only the last key in case_key, on every server, and destroy the old one.
keys-backup = Make a backup now. In the ones before, no case can be read any more, unless somebody still has the old key.
keys-forgotten = { $count ->
    [one] One case could not be opened any more and is erased.
   *[other] { $count } cases could not be opened any more and are erased.
}
restore-lost = { $file } has { $count ->
    [one] one case
   *[other] { $count } cases
} under a key that is no longer here. Put that key back into case.key or case_key first, or restore without those cases with --forget-lost. Nothing was changed.
cases-none = There are no cases.
cases-reason = Say with --reason why you do this, in { $least } to { $most } letters. Whoever owns the case reads it.
cases-unknown = There is no case { $id } with a text. The list: kring cases
cases-told = This is noted. A mail goes to: { $names }.
