-- Programmes that organisers make themselves, and the page that leads people to them.

-- Who makes programmes for an organisation. Organising one programme is a membership of it; this opens new ones.
create table organisers (
    organisation_id text not null references organisations (id),
    -- personal: gives the right to make programmes for this organisation
    person_id text not null references people (id),
    -- personal: since when
    since text not null,
    primary key (organisation_id, person_id)
);
create index organisers_of_person on organisers (person_id);

-- How far it is. Only organisers see a draft; people can only apply while it is open.
alter table programmes add column state text not null default 'open' check (state in ('draft', 'open', 'closed', 'ended'));
-- The last part of the address that people share; empty for a programme without one.
alter table programmes add column slug text;
create unique index programmes_by_slug on programmes (slug);
-- Whom to ask, as everybody reads it.
alter table programmes add column contact text;
-- The public text in English, as far as there is one.
alter table programmes add column name_en text;
alter table programmes add column goal_en text;
alter table programmes add column audience_en text;
alter table programmes add column time_asked_en text;
-- Rises with every change, so that two organisers do not undo each other's work unseen.
alter table programmes add column version bigint not null default 1;
-- Whether people apply here, until which day, and for how many there is room; empty for no limit.
alter table programmes add column enrols boolean not null default false;
alter table programmes add column enrol_until text;
alter table programmes add column capacity bigint;

-- Addresses that were shared before and still lead to the programme.
create table former_addresses (
    slug text not null primary key,
    programme_id text not null references programmes (id)
);
create index former_addresses_of_programme on former_addresses (programme_id);
