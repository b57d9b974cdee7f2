-- Open meetings with a page of their own, for which people sign up without an account.

-- The last part of the address of that page; empty for a meeting that nobody signs up for.
alter table invitations add column slug text;
create unique index invitations_by_slug on invitations (slug);
-- For how many people there is room.
alter table invitations add column capacity bigint;
-- The last moment to sign up; empty for until it begins.
alter table invitations add column closes_at bigint;
-- The same texts in English, as far as somebody wrote them.
alter table invitations add column title_en text;
alter table invitations add column goal_en text;
alter table invitations add column audience_en text;
alter table invitations add column questions_en text;
alter table invitations add column time_asked_en text;
alter table invitations add column version bigint not null default 1;

create table sign_ups (
    id text not null primary key,
    meeting_id text not null references meetings (id),
    -- Comes with the form, so that pressing twice is signing up once.
    form_key text not null unique,
    -- personal: who wants to come
    name text not null,
    -- personal: where the link goes that confirms it; in lower case
    mail text not null,
    -- personal: where they work, when they said so
    organisation text,
    -- personal: the language of the mails
    language text not null check (language in ('nl', 'en')),
    -- personal: how it stands; `asked` is not confirmed yet and takes no place
    state text not null check (state in ('asked', 'waiting', 'coming', 'gone')),
    -- personal: the order of those who wait, the lowest first
    position bigint,
    -- personal: who it became
    person_id text references people (id),
    asked_at bigint not null,
    -- When it came to stand as it does.
    settled_at bigint
);
create index sign_ups_of_meeting on sign_ups (meeting_id, state, position);
create index sign_ups_of_person on sign_ups (person_id);
create index sign_ups_by_state on sign_ups (state, asked_at);
-- Somebody signs up once, until they sign off.
create unique index sign_ups_of_mail on sign_ups (meeting_id, mail) where state <> 'gone';

-- The link in a mail with which somebody confirms, looks and signs off. The token itself stands in the mail only.
create table sign_up_links (
    -- SHA-256 of the token.
    token_hash text not null primary key,
    sign_up_id text not null references sign_ups (id)
);
create index sign_up_links_of_sign_up on sign_up_links (sign_up_id);
