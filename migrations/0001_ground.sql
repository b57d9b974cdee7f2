-- The ground everything stands on: organisations, people, programmes, groups, and who belongs where.
--
-- "personal:" marks a column about a person, with its purpose. Instants are microseconds since 1970, UTC; dates are
-- `YYYY-MM-DD`; ids are UUIDv7.

-- Who runs programmes, and where people work: care groups, funds, agencies, practices.
create table organisations (
    id text not null primary key,
    name text not null,
    kind text not null check (kind in ('regional', 'fund', 'agency', 'care', 'practice')),
    place text not null
);

create table people (
    -- personal: names the person everywhere else
    id text not null primary key,
    -- personal: how the group knows them
    name text not null,
    -- personal: where invitations and sign-in links go; in lower case
    mail text not null unique,
    -- personal: the language mails are written in
    language text not null check (language in ('nl', 'en')),
    created_at bigint not null
);

-- Who works where, as what. It keeps colleagues apart when groups are composed, and tells members who is who.
create table positions (
    -- personal: see above
    person_id text not null references people (id),
    organisation_id text not null references organisations (id),
    -- personal: the profession, as the group sees it
    job text not null,
    primary key (person_id, organisation_id)
);

create table programmes (
    id text not null primary key,
    -- The organisation that runs it.
    organisation_id text not null references organisations (id),
    name text not null,
    kind text not null check (kind in ('groups', 'open', 'trajectory')),
    goal text not null,
    audience text not null,
    time_asked text not null,
    starts_on text not null,
    ends_on text not null,
    funder text,
    region text not null,
    -- One of the accents that the style sheet knows.
    accent text not null,
    -- Whether people who are not signed in may read its page.
    is_public boolean not null
);

create table groups (
    id text not null primary key,
    programme_id text not null references programmes (id),
    name text not null
);
create index groups_of_programme on groups (programme_id);

-- Who belongs to a programme as what. Organisers belong to the whole programme; the others to a group of it, except in
-- open programmes, which have no groups.
create table memberships (
    id text not null primary key,
    programme_id text not null references programmes (id),
    group_id text references groups (id),
    -- personal: gives access to the group, and shows members who is in it
    person_id text not null references people (id),
    -- personal: decides what the person may see and do
    role text not null check (role in ('participant', 'facilitator', 'organiser')),
    -- personal: access begins and ends with these dates
    since text not null,
    until text,
    unique (programme_id, group_id, person_id, role)
);
create index memberships_of_person on memberships (person_id);
create index memberships_of_group on memberships (group_id);

-- What a practice has chosen to change, in a programme that asks for it.
create table interventions (
    id text not null primary key,
    programme_id text not null references programmes (id),
    organisation_id text not null references organisations (id),
    title text not null,
    state text not null check (state in ('chosen', 'started', 'embedded')),
    unique (programme_id, organisation_id, title)
);

-- A mark that this database holds an invented world and nothing real: only then may `kring demo` fill or empty it.
create table demo_worlds (
    id text not null primary key,
    filled_at bigint not null
);
