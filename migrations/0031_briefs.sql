-- What somebody writes about a case they want to bring. Every text is sealed: whoever has the database alone reads none of it.

-- The keys under which texts are sealed, one for each record, themselves wrapped in the key of the installation. Whoever deletes a
-- row makes the texts of its record unreadable, also in copies made before, as long as these copies do not hold the row.
create table record_keys (
    record_id text not null primary key,
    wrapped text not null
);

create table briefs (
    id text not null primary key,
    -- One for each form that was opened: sending it twice makes one brief.
    form_key text not null unique,
    group_id text not null references groups (id),
    -- personal: whose case it is
    owner_id text not null references people (id),
    -- The meeting it is brought to.
    meeting_id text references meetings (id),
    template text not null check (template in ('short', 'long', 'review', 'dilemma')),
    state text not null check (state in ('draft', 'checking', 'returned', 'approved', 'withdrawn')),
    -- Who may read what is shared, once it is approved.
    readers text not null check (readers in ('owner', 'facilitator', 'group')),
    -- How much it presses, from 1 to 3.
    urgency bigint not null,
    -- A method of the catalogue the owner would like.
    method text,
    -- personal: who said that nobody can be recognised in it
    checked_by text references people (id),
    made_at bigint not null,
    changed_at bigint not null,
    version bigint not null
);
create index briefs_of_owner on briefs (owner_id);
create index briefs_of_group on briefs (group_id, state);

-- Three records for each brief: what the owner wrote, what is shared, and what the facilitator asked when returning it. Nobody but the
-- owner is ever given the first.
create table brief_texts (
    brief_id text not null references briefs (id),
    part text not null check (part in ('own', 'shared', 'question')),
    -- personal: the owner's words, sealed under the key of the brief
    sealed text not null,
    primary key (brief_id, part)
);
