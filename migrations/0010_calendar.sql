-- Meetings in people's own calendars: when they are planned and made known, who answered, and the mails about them.

-- Rises whenever time, place or title of a meeting change: calendars only take what is newer.
alter table meetings add column sequence bigint not null default 0;
-- When people were invited; empty while it is only a plan of the organiser. Nothing is mailed about it before.
alter table meetings add column published_at bigint;
-- How to get there: parking, the bell, which floor.
alter table meetings add column directions text;
-- Why it does not take place, as everybody was told.
alter table meetings add column cancelled_because text;
-- Meetings that were planned before had no such step.
update meetings set published_at = 0;

-- personal: when somebody said whether they come
alter table attendance add column answered_at bigint;
-- personal: why they do not come, for the facilitator
alter table attendance add column reason text;

-- A link in a mail with which somebody says without signing in whether they come. The token itself stands in the mail only.
create table reply_links (
    -- SHA-256 of the token.
    token_hash text not null primary key,
    meeting_id text not null references meetings (id),
    -- personal: who answers with it
    person_id text not null references people (id),
    -- It works until then.
    ends_at bigint not null
);
create index reply_links_by_end on reply_links (ends_at);
create index reply_links_of_person on reply_links (person_id);

-- The address of a list that somebody's own calendar subscribes to.
create table calendar_feeds (
    -- personal: whose meetings it lists
    person_id text not null primary key references people (id),
    -- SHA-256 of the token in the address.
    token_hash text not null unique,
    made_at bigint not null
);

-- How many days before a meeting its people are reminded, the most first, such as `14,1`; empty for never.
alter table programmes add column reminder_days text not null default '14,1';
-- Its meetings stand in calendars under a title that says nothing.
alter table programmes add column is_sensitive boolean not null default false;
-- Whose school holidays are kept free: `noord`, `midden` or `zuid`.
alter table programmes add column holidays text;

-- A calendar file that goes along, and what it asks of a calendar.
alter table outbox add column calendar text;
alter table outbox add column calendar_method text;
-- Who may see, change and stop it: the organisers of this programme.
alter table outbox add column programme_id text references programmes (id);
create index outbox_of_programme on outbox (programme_id, due_at);
alter table mail_ledger add column programme_id text references programmes (id);
alter table mail_ledger add column subject text;
create index mail_ledger_of_programme on mail_ledger (programme_id, ended_at);
