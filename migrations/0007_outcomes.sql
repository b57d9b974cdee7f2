-- What comes out of a live room: the phase of each room, who takes which result along, actions with what became of them,
-- times of attendance, reports that wait, and answers of evaluations.

-- How far each live session is. Changes with the phase of a session only, never with a contribution.
create table rooms (
    session text not null primary key,
    phase text not null check (phase in ('lobby', 'running', 'review', 'closed')),
    -- Since when.
    since bigint not null
);
create index rooms_by_phase on rooms (phase);

-- The case a result belongs to, where there was one.
alter table results add column case_id text references cases (id);

-- Who takes a result along, and why.
create table result_takers (
    result_id text not null references results (id),
    position bigint not null,
    -- personal: who takes it along; empty for a guest
    person_id text references people (id),
    -- personal: the name in the room
    name text not null,
    -- personal: in their own words
    why text,
    primary key (result_id, position)
);

-- Actions get their other answers, and what became of them when a group looked back. A date is no longer demanded, and a
-- guest has a name and no account.
create table new_actions (
    id text not null primary key,
    meeting_id text not null references meetings (id),
    -- personal: whose action it is; empty for a guest
    person_id text references people (id),
    -- personal: the name of a guest
    guest text,
    -- personal: what they will do
    what text not null,
    -- personal: how they will notice that it worked
    notice text,
    until text,
    -- personal: who asks how it goes
    buddy text,
    -- personal: what became of it; what was not done stays open until it is dropped
    state text not null check (state in ('open', 'done', 'dropped')),
    -- personal: how far it was when the group last looked back
    progress text check (progress in ('done', 'half', 'not_done')),
    -- personal: what helped, or the new step
    note text,
    looked_back_at bigint,
    check (person_id is not null or guest is not null)
);
insert into new_actions (id, meeting_id, person_id, what, until, state)
    select id, meeting_id, person_id, what, until, state from actions;
drop table actions;
alter table new_actions rename to actions;
create index actions_of_person on actions (person_id, state);
create index actions_of_meeting on actions (meeting_id);

-- When somebody was there: what a register asks for, without a word of what was said.
create table attendance_times (
    meeting_id text not null references meetings (id),
    seat bigint not null,
    -- personal: whose attendance it is; empty for a guest
    person_id text references people (id),
    -- personal: as they were called in the room
    name text not null,
    -- personal: as what they were there
    attends text not null check (attends in ('participant', 'facilitator', 'speaker', 'observer')),
    -- personal: when they came
    arrived_at bigint not null,
    -- personal: when they went
    left_at bigint not null,
    -- personal: microseconds there in all, gaps not counted
    there bigint not null,
    -- personal: in the room or online
    place text not null check (place in ('room', 'online')),
    -- personal: confirmed with the code on the screen
    confirmed_at_start boolean not null,
    -- personal: see above
    confirmed_at_end boolean not null,
    -- personal: the facilitator corrected the times
    corrected boolean not null,
    -- personal: whether a case of theirs was treated; never which
    brought_case boolean not null,
    primary key (meeting_id, seat)
);
create index attendance_times_of_person on attendance_times (person_id);

-- The same for each part of the agenda.
create table attendance_parts (
    meeting_id text not null references meetings (id),
    -- The place in the order in which the parts were played.
    part bigint not null,
    -- Id of the method or block.
    method text not null,
    -- personal: whose
    seat bigint not null,
    -- personal: microseconds there
    there bigint not null,
    primary key (meeting_id, part, seat)
);

-- Reports that wait for somebody to release them.
create table report_drafts (
    meeting_id text not null references meetings (id),
    -- personal: who may release it
    person_id text not null references people (id),
    since bigint not null,
    primary key (meeting_id, person_id)
);
create index report_drafts_of_person on report_drafts (person_id);

-- The questions of an evaluation, and how many answered. No person, no token, and the day instead of the time.
create table evaluations (
    meeting_id text not null references meetings (id),
    -- The form: method and entry.
    form text not null,
    -- How many filled it in.
    answered bigint not null,
    day text not null,
    primary key (meeting_id, form)
);

create table evaluation_questions (
    meeting_id text not null,
    form text not null,
    question text not null,
    position bigint not null,
    -- A kind of field as the crate `session` knows it.
    kind text not null,
    label_nl text not null,
    label_en text not null,
    primary key (meeting_id, form, question),
    foreign key (meeting_id, form) references evaluations (meeting_id, form)
);

-- Answers, counted: nothing tells which answers stood on one form, nor in which order they came.
create table evaluation_answers (
    meeting_id text not null,
    form text not null,
    question text not null,
    answer text not null,
    times bigint not null,
    primary key (meeting_id, form, question, answer),
    foreign key (meeting_id, form, question) references evaluation_questions (meeting_id, form, question)
);
