-- What people of a group or a programme say to each other between meetings, and who of them wants to be found.

create table threads (
    id text not null primary key,
    -- Comes with the form, so that pressing twice opens one.
    form_key text not null unique,
    programme_id text not null references programmes (id),
    -- Empty for a thread of the whole programme.
    group_id text references groups (id),
    title text not null,
    state text not null check (state in ('open', 'closed')),
    -- personal: who began it
    opened_by text not null references people (id),
    -- How many messages there are, the removed ones too: the number of the last one.
    messages bigint not null,
    last_at bigint not null
);
create index threads_of_group on threads (group_id, last_at);
create index threads_of_programme on threads (programme_id, last_at);
create index threads_of_opener on threads (opened_by);

create table thread_messages (
    id text not null primary key,
    form_key text not null unique,
    thread_id text not null references threads (id),
    -- Counts from 1 in a thread.
    number bigint not null,
    -- personal: who wrote it
    author_id text not null references people (id),
    -- personal: what they wrote; empty when they took it away
    text text not null,
    written_at bigint not null,
    changed_at bigint,
    removed_at bigint,
    unique (thread_id, number)
);
create index thread_messages_of_author on thread_messages (author_id);
create index thread_messages_by_time on thread_messages (written_at);

create table thread_marks (
    thread_id text not null references threads (id),
    -- personal: shows them what is new
    person_id text not null references people (id),
    -- personal: up to which message they read
    read_to bigint not null,
    -- personal: up to which message a daily mail told them
    told_to bigint not null,
    primary key (thread_id, person_id)
);
create index thread_marks_of_person on thread_marks (person_id);

-- How somebody hears of messages, when it is not the daily mail.
create table thread_wishes (
    -- personal: whose choice it is
    person_id text not null references people (id),
    -- The group, or the programme for the threads of the whole programme.
    place_id text not null,
    -- personal: every message, once a day, or nothing
    manner text not null check (manner in ('each', 'digest', 'nothing')),
    primary key (person_id, place_id)
);
create index thread_wishes_of_place on thread_wishes (place_id);

-- What somebody wants to be found with.
create table directory_cards (
    -- personal: whose card it is
    person_id text not null primary key references people (id),
    -- personal: what they know about, for who looks for it
    expertise text not null,
    -- personal: what they can help others with
    offers text not null,
    -- personal: what they look for
    seeks text not null
);

-- In which programmes somebody can be found. Without a row they are in no list.
create table directory_listings (
    -- personal: who wants to be found
    person_id text not null references people (id),
    programme_id text not null references programmes (id),
    primary key (person_id, programme_id)
);
create index directory_listings_of_programme on directory_listings (programme_id);

-- The chat that a group has elsewhere.
alter table groups add column chat_link text;
