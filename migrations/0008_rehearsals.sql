-- Rehearsals: a session with robots, for one person. Its log stands in session_events under the same id, and both are deleted when
-- the rehearsal ends or a day later.

create table rehearsals (
    id text not null primary key,
    -- personal: who rehearses; nobody else gets in
    person_id text not null references people (id),
    title text not null,
    accent text not null,
    -- The agenda, a plan as the crate `session` knows it.
    plan text not null,
    -- What the robots write in: `nl` or `en`.
    language text not null check (language in ('nl', 'en')),
    -- How fast the robots are.
    pace text not null check (pace in ('calm', 'quick', 'still')),
    made_at bigint not null
);
create index rehearsals_of_person on rehearsals (person_id, made_at);
create index rehearsals_by_age on rehearsals (made_at);
