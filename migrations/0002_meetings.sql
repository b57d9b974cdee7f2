-- Meetings, what is brought to them, and what came out.

create table meetings (
    id text not null primary key,
    programme_id text not null references programmes (id),
    -- Empty for an open meeting.
    group_id text references groups (id),
    -- Neutral: it stands in invitations and calendars.
    title text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    -- The zone in which the meeting was planned; a plan keeps its wall clock time when summer begins.
    zone text not null,
    place text,
    -- Address of the video meeting.
    online text,
    -- The agenda, a plan as the crate `session` knows it.
    plan text not null,
    state text not null check (state in ('planned', 'held', 'cancelled')),
    check (ends_at > starts_at)
);
create index meetings_of_group on meetings (group_id, starts_at);
create index meetings_of_programme on meetings (programme_id, starts_at);

-- What people read before they decide to come to an open meeting.
create table invitations (
    meeting_id text not null primary key references meetings (id),
    goal text not null,
    audience text not null,
    -- One question a line.
    questions text not null,
    time_asked text not null
);

create table attendance (
    meeting_id text not null references meetings (id),
    -- personal: who is expected, who was there; the base of certificates
    person_id text not null references people (id),
    -- personal: decides what the person sees of this meeting
    role text not null check (role in ('participant', 'facilitator', 'speaker')),
    -- personal: see above
    state text not null check (state in ('expected', 'declined', 'present', 'absent')),
    primary key (meeting_id, person_id)
);
create index attendance_of_person on attendance (person_id);

-- What a group has talked about and still wants to.
create table topics (
    id text not null primary key,
    group_id text not null references groups (id),
    title text not null,
    state text not null check (state in ('coming', 'discussed')),
    -- Where it was discussed, or will be.
    meeting_id text references meetings (id),
    -- A guest the group would like to hear about it, as a function and never a name.
    guest text,
    position bigint not null
);
create index topics_of_group on topics (group_id, position);

-- A prepared case. Only a neutral title and one sentence stand here; what it tells is kept elsewhere, encrypted.
create table cases (
    id text not null primary key,
    meeting_id text not null references meetings (id),
    -- personal: who brings it; decides what is kept
    owner_id text not null references people (id),
    title text not null,
    question text not null,
    state text not null check (state in ('ready', 'treated', 'spare'))
);
create index cases_of_meeting on cases (meeting_id);

-- Whose turn it is to bring a case.
create table turns (
    group_id text not null references groups (id),
    -- personal: the order in which members bring a case
    person_id text not null references people (id),
    position bigint not null,
    -- personal: when it was their turn last
    last_on text,
    primary key (group_id, person_id)
);

-- What a meeting left behind. The author is kept only where the group knew it.
create table results (
    id text not null primary key,
    meeting_id text not null references meetings (id),
    -- A kind of result as the crate `session` knows it.
    kind text not null,
    -- The step it was written in.
    step text not null,
    text text not null,
    -- personal: who wrote it; empty when nobody may know
    person_id text references people (id),
    -- personal: the group, the case owner, or only the writer
    audience text not null check (audience in ('group', 'owner', 'writer')),
    position bigint not null,
    check (person_id is not null or audience = 'group')
);
create index results_of_meeting on results (meeting_id, position);

create table actions (
    id text not null primary key,
    meeting_id text not null references meetings (id),
    -- personal: whose action it is
    person_id text not null references people (id),
    -- personal: what they will do
    what text not null,
    until text not null,
    -- personal: what became of it
    state text not null check (state in ('open', 'done', 'dropped'))
);
create index actions_of_person on actions (person_id, state);
create index actions_of_meeting on actions (meeting_id);

-- Cards that travel from one group to another, so their origin is coarse: never a person.
create table ideas (
    id text not null primary key,
    programme_id text not null references programmes (id),
    theme text not null,
    text text not null,
    origin text not null,
    position bigint not null
);
create index ideas_of_programme on ideas (programme_id, position);

create table idea_choices (
    idea_id text not null references ideas (id),
    -- personal: who tries the idea, so that others can ask how it went
    person_id text not null references people (id),
    primary key (idea_id, person_id)
);
