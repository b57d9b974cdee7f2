-- What does not work in practice, taken apart by a group: one effect, and its causes as a tree.

-- The categories under which the causes of a new one are looked for, one a line. Empty: the usual ones.
alter table programmes add column cause_categories text;

create table bottlenecks (
    id text not null primary key,
    -- Comes with the form, so that pressing twice makes one.
    form_key text not null unique,
    group_id text not null references groups (id),
    -- The meeting it prepares.
    meeting_id text references meetings (id),
    -- What is wrong, in one sentence.
    effect text not null,
    -- personal: who began it
    made_by text not null references people (id),
    -- Nobody knows who wrote which cause, the database neither.
    is_anonymous boolean not null,
    -- Whether votes are shown while people still vote.
    shows_counts boolean not null,
    state text not null check (state in ('open', 'voting', 'closed')),
    made_at bigint not null,
    -- Rises with everything that changes in it.
    version bigint not null,
    -- Rises when what it is about changes: effect, categories, meeting.
    edition bigint not null
);
create index bottlenecks_of_group on bottlenecks (group_id, id);
create index bottlenecks_of_maker on bottlenecks (made_by);
create index bottlenecks_of_meeting on bottlenecks (meeting_id);

create table bottleneck_categories (
    id text not null primary key,
    bottleneck_id text not null references bottlenecks (id),
    position bigint not null,
    name text not null
);
create index bottleneck_categories_in_order on bottleneck_categories (bottleneck_id, position);

-- A case that came from a cause has the id of that cause.
create table bottleneck_causes (
    -- Without a moment in it when nobody may know who wrote it.
    id text not null primary key,
    form_key text not null unique,
    bottleneck_id text not null references bottlenecks (id),
    -- Of a cause that answers to no other one.
    category_id text references bottleneck_categories (id),
    -- The cause it explains.
    parent_id text references bottleneck_causes (id),
    -- Among those beside it.
    position bigint not null,
    text text not null,
    -- personal: who wrote it; empty when nobody may know
    author_id text references people (id),
    -- When nobody may know who, only the day.
    written_at bigint not null,
    version bigint not null,
    check ((category_id is null) <> (parent_id is null))
);
create index bottleneck_causes_of on bottleneck_causes (bottleneck_id, position);
create index bottleneck_causes_of_author on bottleneck_causes (author_id);
create index bottleneck_causes_of_parent on bottleneck_causes (parent_id);
create index bottleneck_causes_of_category on bottleneck_causes (category_id);

create table bottleneck_votes (
    cause_id text not null references bottleneck_causes (id),
    -- personal: who finds this a root of it
    person_id text not null references people (id),
    primary key (cause_id, person_id)
);
create index bottleneck_votes_of_person on bottleneck_votes (person_id);

-- What is done about a cause.
create table bottleneck_actions (
    action_id text not null primary key references actions (id),
    cause_id text not null references bottleneck_causes (id)
);
create index bottleneck_actions_of_cause on bottleneck_actions (cause_id);
