-- The library: what owners of treated cases share with people outside their own group. Every text is sealed under a key of its own
-- record; whoever takes an entry back has the key deleted.

-- Rises with every change that others can notice, so that each process knows what it has not seen yet.
create table library_counts (
    id text not null primary key,
    number bigint not null
);
insert into library_counts (id, number) values ('changes', 0);

create table library_entries (
    id text not null primary key,
    case_id text not null references cases (id),
    programme_id text not null references programmes (id),
    -- Where it was treated; empty for an open meeting.
    group_id text references groups (id),
    -- personal: whose entry it is; shown to nobody who finds it
    owner_id text not null references people (id),
    -- How far the text is that its owner works on.
    state text not null check (state in ('draft', 'checking', 'returned', 'approved', 'withdrawn')),
    -- Whether others find it: not (any more), yes, or not until its owner has looked again.
    shelf text not null check (shelf in ('off', 'open', 'resting')),
    -- For whom its owner gave consent, and when.
    scope text not null check (scope in ('programme', 'organisation')),
    consented_at bigint not null,
    -- personal: who said that nobody can be recognised in it
    checked_by text references people (id),
    published_at bigint,
    -- The day on which its owner is asked to look again.
    review_on text,
    asked_at bigint,
    made_at bigint not null,
    changed_at bigint not null,
    version bigint not null,
    -- The number of its last change that others can notice; 0 when there was none.
    change bigint not null
);
-- A case is shared once; after it was taken back it can be shared again.
create unique index library_entry_of_case on library_entries (case_id) where state <> 'withdrawn';
create index library_entries_of_owner on library_entries (owner_id);
create index library_entries_by_state on library_entries (programme_id, state);
create index library_entries_by_change on library_entries (change);
create index library_entries_by_review on library_entries (shelf, review_on);

-- What its owner works on, what others read, and what whoever checked it asked.
create table library_texts (
    entry_id text not null references library_entries (id),
    part text not null check (part in ('draft', 'public', 'question')),
    -- personal: the owner's words, sealed under the key of the entry
    sealed text not null,
    primary key (entry_id, part)
);

-- Some weeks after a case was treated its owner is asked what became of it.
create table case_returns (
    case_id text not null primary key references cases (id),
    -- personal: whose case it is
    owner_id text not null references people (id),
    asked_at bigint not null,
    answered_at bigint,
    -- personal: how it went
    progress text check (progress in ('done', 'half', 'not_done')),
    -- Whether the group may read what was written.
    is_for_group boolean not null,
    -- personal: what became of it, sealed under a key of its own
    sealed text,
    version bigint not null
);
create index case_returns_of_owner on case_returns (owner_id);

-- Who has experience with what an entry tells, and may be asked.
create table library_offers (
    entry_id text not null references library_entries (id),
    -- personal: shown to those who may read the entry
    person_id text not null references people (id),
    since bigint not null,
    primary key (entry_id, person_id)
);

-- "Who has experience with ...": what people look for, in the programme in which they ask.
create table library_wishes (
    id text not null primary key,
    -- One for each form that was opened: sending it twice makes one wish.
    form_key text not null unique,
    programme_id text not null references programmes (id),
    -- personal: who looks; shown to the people of the programme
    person_id text not null references people (id),
    -- personal: a subject, in their own words
    text text not null,
    made_at bigint not null
);
create index library_wishes_of_programme on library_wishes (programme_id);
