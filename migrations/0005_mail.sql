-- Mail on its way and mail that went, signing in by code, and the devices on which people are signed in.

-- Mails that wait. A row is written in the same transaction as its cause and leaves when its mail has gone, so a text that
-- opens a door, such as a code, stands here no longer than it must.
create table outbox (
    -- Also the first half of the Message-ID, so a mail that goes twice after a crash is recognised as one.
    id text not null primary key,
    -- What may be mailed only once, such as one reminder of one step for one person.
    key text not null unique,
    -- personal: whom it is for, when that is somebody Kring knows
    person_id text references people (id),
    -- personal: where it goes
    address text not null,
    -- personal: the language it is written in
    language text not null check (language in ('nl', 'en')),
    -- personal: what the mail says
    subject text not null,
    -- personal: see above
    text text not null,
    -- What kind of mail, in a word, for the list of the administrator.
    about text not null,
    -- 0 goes before everything else: somebody is waiting for it.
    class bigint not null,
    -- Written only so that an unknown address takes as much work as a known one; it never goes.
    is_decoy boolean not null,
    created_at bigint not null,
    due_at bigint not null,
    -- After this moment it is of no use any more; empty when it always is.
    until bigint,
    attempts bigint not null,
    -- What went wrong at the last attempt; never holds the text.
    problem text,
    -- The machine that is sending it, and until when nobody else may.
    worker text,
    leased_until bigint not null
);
create index outbox_by_due on outbox (class, due_at, id);

-- What became of every mail, without what it said.
create table mail_ledger (
    id text not null primary key,
    key text not null unique,
    -- personal: whom it was for
    person_id text references people (id),
    -- personal: proves where it went, when somebody asks
    address text not null,
    about text not null,
    outcome text not null check (outcome in ('sent', 'failed', 'late', 'stopped')),
    attempts bigint not null,
    problem text,
    -- personal: when it went
    ended_at bigint not null
);
create index mail_ledger_by_end on mail_ledger (ended_at);

-- Somebody asked for a code. Rows of unknown addresses look the same but lead nowhere.
create table sign_in_codes (
    id text not null primary key,
    -- personal: the address that was typed; shown to the browser that asked, and gone within a day
    address text not null,
    -- personal: who may sign in with it; empty when nobody has this address
    person_id text references people (id),
    -- SHA-256 of what the cookie of the asking browser holds.
    browser_hash text not null unique,
    -- The code, hashed under what that cookie holds: without the cookie nobody can try codes, not even with this table.
    code_hash text not null,
    -- SHA-256 of the token in the link of the same mail.
    link_hash text not null unique,
    -- Where the person wanted to go: a path of ours.
    next text not null,
    created_at bigint not null,
    expires_at bigint not null,
    tries bigint not null,
    -- Used, or ended by a newer one.
    ended_at bigint
);
create index sign_in_codes_of_address on sign_in_codes (address);
create index sign_in_codes_by_age on sign_in_codes (expires_at);

-- Signing in is per device from now on, and a device has a name, so everybody signs in once more.
drop table sign_ins;
create table sign_ins (
    id text not null primary key,
    -- SHA-256 of what the cookie holds.
    token_hash text not null unique,
    -- personal: who is signed in
    person_id text not null references people (id),
    -- personal: a coarse word for the browser, so that the person recognises the device
    browser text not null,
    -- personal: the same for the system it runs on
    system text not null,
    -- personal: when they signed in there
    created_at bigint not null,
    expires_at bigint not null,
    -- personal: the day of the last visit, so that a forgotten device can be found; never finer than a day
    seen_on text not null
);
create index sign_ins_of_person on sign_ins (person_id);
