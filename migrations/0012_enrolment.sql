-- Applying for a programme, and what people tell about themselves.

-- What people tell about themselves, so that a group can be composed around them. Everything may stay empty.
-- personal: where they work or live, coarse; it keeps travel short
alter table people add column region text;
-- personal: since which year they do this work; it mixes beginners and experienced people
alter table people add column works_since bigint;
-- personal: what they hope for, in their own words; organisers of their programmes read it
alter table people add column wishes text;
alter table people add column profile_version bigint not null default 1;

-- Numbers in registers of professions; a certificate needs them.
create table registrations (
    -- personal: whose it is
    person_id text not null references people (id),
    -- The id of a file in `registers/`.
    register text not null,
    -- personal: proves in which register hours count
    number text not null,
    primary key (person_id, register, number)
);

-- The languages somebody can take part in.
create table spoken_languages (
    -- personal: see above
    person_id text not null references people (id),
    -- personal: so that a group understands each other
    language text not null check (language in ('nl', 'en', 'de', 'fr', 'fy')),
    primary key (person_id, language)
);

-- When somebody is usually free, such as `tue-evening`.
create table free_half_days (
    -- personal: see above
    person_id text not null references people (id),
    -- personal: a group needs one that all of its people share
    half_day text not null,
    primary key (person_id, half_day)
);

-- With whom somebody would rather be in a group, or not. Only whoever composes groups reads it, never the other.
create table company_wishes (
    id text not null primary key,
    -- personal: who wishes it
    person_id text not null references people (id),
    kind text not null check (kind in ('together', 'apart')),
    -- personal: a name or an address, as it was written
    name text not null,
    -- personal: who is meant, when somebody of the same programme is called so
    other_id text references people (id)
);
create index company_wishes_of_person on company_wishes (person_id);
create index company_wishes_about_person on company_wishes (other_id);

-- What a programme asks of who applies, and how its waiting list goes on.
create table enrolment_forms (
    programme_id text not null primary key references programmes (id),
    -- The questions, as JSON.
    questions text not null,
    -- A free place goes to the first in the line, or is offered for some time.
    waiting text not null check (waiting in ('promote', 'offer')),
    offer_hours bigint not null,
    version bigint not null
);

create table applications (
    id text not null primary key,
    programme_id text not null references programmes (id),
    -- Comes with the form, so that pressing twice is applying once.
    form_key text not null unique,
    -- personal: who applies
    name text not null,
    -- personal: where the answer goes; in lower case
    mail text not null,
    -- personal: the language of the answer
    language text not null check (language in ('nl', 'en')),
    -- personal: what was asked and answered, as JSON
    answers text not null,
    -- personal: how it stands
    state text not null
        check (state in ('applied', 'waiting', 'offered', 'admitted', 'refused', 'withdrawn', 'lapsed')),
    -- personal: the order on the waiting list, the lowest first
    position bigint,
    -- Until when a place is kept that was offered.
    offer_until bigint,
    -- personal: who it became
    person_id text references people (id),
    -- personal: what the organiser wrote with the decision
    reason text,
    applied_at bigint not null,
    decided_at bigint
);
create index applications_of_programme on applications (programme_id, state, position);
create index applications_of_mail on applications (programme_id, mail);
create index applications_of_person on applications (person_id);
create index applications_by_offer on applications (state, offer_until);

-- The link in a mail with which somebody sees and withdraws an application. The token itself stands in the mail only.
create table application_links (
    -- SHA-256 of the token.
    token_hash text not null primary key,
    application_id text not null references applications (id)
);
create index application_links_of_application on application_links (application_id);
