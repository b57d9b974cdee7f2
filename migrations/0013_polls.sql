-- Date polls: which of these days can you make?

create table polls (
    id text not null primary key,
    -- Comes with the form, so that pressing twice is asking once.
    form_key text not null unique,
    group_id text not null references groups (id),
    -- What the meetings will be called, and what happens at them.
    title text not null,
    method text not null,
    minutes bigint not null,
    place text,
    online text,
    directions text,
    -- How many meetings it is to end in, and how many days lie between two of them at least.
    wanted bigint not null,
    apart_days bigint not null,
    -- With fewer people a day does not do.
    at_least bigint not null,
    -- Until when people answer.
    closes_at bigint not null,
    state text not null check (state in ('open', 'decided', 'stopped')),
    -- personal: who hears when everybody has answered
    made_by text not null references people (id),
    made_at bigint not null
);
create index polls_of_group on polls (group_id, state);
create index polls_of_maker on polls (made_by);

create table poll_days (
    id text not null primary key,
    poll_id text not null references polls (id),
    starts_at bigint not null,
    -- What became of it, when it was chosen.
    meeting_id text references meetings (id),
    unique (poll_id, starts_at)
);
create index poll_days_of_meeting on poll_days (meeting_id);

create table poll_people (
    poll_id text not null references polls (id),
    -- personal: who is asked
    person_id text not null references people (id),
    -- Without them a day does not do.
    is_needed boolean not null,
    -- personal: when they answered last; empty until they do
    answered_at bigint,
    -- personal: what they added, for whoever chooses
    remark text,
    primary key (poll_id, person_id)
);
create index polls_of_person on poll_people (person_id, answered_at);

create table poll_answers (
    day_id text not null references poll_days (id),
    -- personal: who can make it or not
    person_id text not null references people (id),
    -- personal: see above
    answer text not null check (answer in ('yes', 'maybe', 'no')),
    primary key (day_id, person_id)
);
create index poll_answers_of_person on poll_answers (person_id);

-- A link in a mail with which somebody answers without signing in. The token itself stands in the mail only.
create table poll_links (
    -- SHA-256 of the token.
    token_hash text not null primary key,
    poll_id text not null references polls (id),
    -- personal: who answers with it
    person_id text not null references people (id),
    -- It works until then.
    ends_at bigint not null
);
create index poll_links_by_end on poll_links (ends_at);
create index poll_links_of_person on poll_links (person_id);
create index poll_links_of_poll on poll_links (poll_id);
