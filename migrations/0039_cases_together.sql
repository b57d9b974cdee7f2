-- Who saw or did what with a case, a case that two people own, a case in two lines, and what may become of it.

-- Both tables are made anew: their checks have to let more through.
create table new_briefs (
    id text not null primary key,
    -- One for each form that was opened: sending it twice makes one brief.
    form_key text not null unique,
    group_id text not null references groups (id),
    -- personal: whose case it is
    owner_id text not null references people (id),
    -- personal: who was asked to own it as well
    second_id text references people (id),
    -- When they said yes.
    second_since bigint,
    -- The meeting it is brought to.
    meeting_id text references meetings (id),
    template text not null check (template in ('short', 'long', 'review', 'dilemma', 'spontaneous')),
    state text not null check (state in ('draft', 'agreeing', 'checking', 'returned', 'approved', 'withdrawn')),
    -- Who may read what is shared, once it is approved.
    readers text not null check (readers in ('owner', 'facilitator', 'group')),
    -- How much it presses, from 1 to 3.
    urgency bigint not null,
    -- How personal the question is, from 1 to 4; 0 when it is not said.
    depth bigint not null,
    -- A method of the catalogue the owner would like.
    method text,
    -- personal: which of two owners proposed the text that is to be shared
    proposed_by text references people (id),
    -- personal: who said that nobody can be recognised in it
    checked_by text references people (id),
    made_at bigint not null,
    changed_at bigint not null,
    version bigint not null
);
insert into new_briefs (id, form_key, group_id, owner_id, meeting_id, template, state, readers, urgency, depth, method, checked_by,
                        made_at, changed_at, version)
select id, form_key, group_id, owner_id, meeting_id, template, state, readers, urgency, 0, method, checked_by, made_at, changed_at, version
from briefs;

create table new_brief_texts (
    brief_id text not null references new_briefs (id),
    part text not null check (part in ('own', 'shared', 'question')),
    -- personal: the owner's words, sealed under the key of the brief
    sealed text not null,
    primary key (brief_id, part)
);
insert into new_brief_texts (brief_id, part, sealed) select brief_id, part, sealed from brief_texts;

drop table brief_texts;
drop table briefs;
alter table new_briefs rename to briefs;
alter table new_brief_texts rename to brief_texts;
create index briefs_of_owner on briefs (owner_id);
create index briefs_of_second on briefs (second_id);
create index briefs_of_group on briefs (group_id, state);

-- What happened to a case, for its owners to see: never what it says. Rows go after two years.
create table case_trail (
    id text not null primary key,
    -- For reading: the case, the reader and the day, so that it stands here once; for everything else the id.
    once text not null unique,
    brief_id text not null references briefs (id),
    -- personal: who read or did it; empty for an administrator at the command line
    person_id text references people (id),
    -- What an administrator said who they are, and why; empty for everybody else.
    said_name text,
    reason text,
    deed text not null,
    at bigint not null
);
create index case_trail_of_brief on case_trail (brief_id, at);
create index case_trail_by_age on case_trail (at);

-- What an owner allows to be done with a case after it was treated. Each owner says so for themselves, and can take it back.
create table case_consents (
    brief_id text not null references briefs (id),
    use_for text not null check (use_for in ('programme', 'library')),
    -- personal: which owner allows it
    person_id text not null references people (id),
    since bigint not null,
    primary key (brief_id, use_for, person_id)
);

-- In how many meetings a case was on the list and not treated.
alter table cases add column waited bigint not null default 0;
