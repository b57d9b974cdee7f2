-- Somebody who speaks at one meeting, and the papers of a meeting.

-- They stand on the list of the meeting too, as a speaker, as long as they are invited.
create table speakers (
    meeting_id text not null references meetings (id),
    -- personal: who speaks, or was asked to
    person_id text not null references people (id),
    -- Comes with the form: sending it twice is no mistake, inviting somebody twice is one.
    form_key text not null,
    -- personal: what they speak about
    subject text,
    -- Their own part of the meeting: how many minutes after its beginning, and how long; empty for the whole of it.
    from_minute bigint,
    minutes bigint,
    -- Rises with every change: of two who change it at once one is told, and calendars only take what is newer.
    version bigint not null,
    -- When the invitation was taken back.
    ended_at bigint,
    primary key (meeting_id, person_id),
    check ((from_minute is null) = (minutes is null))
);
create index speakers_of_person on speakers (person_id);

-- With what a browser is let into the room of the meeting as its speaker. Only SHA-256 of the token is kept.
create table speaker_passes (
    token_hash text not null,
    meeting_id text not null references meetings (id),
    -- personal: who is let in with it
    person_id text not null references people (id),
    made_at bigint not null,
    primary key (token_hash, meeting_id)
);
create index speaker_passes_of_person on speaker_passes (person_id);

-- What people read before a meeting or take along from it: a link, or a file.
create table papers (
    id text not null primary key,
    -- Comes with the form, so that pressing twice is adding once.
    form_key text not null unique,
    meeting_id text not null references meetings (id),
    title text not null,
    link text,
    -- As whoever loads it down gets it.
    file_name text,
    -- What is in it, as Kring saw: a word such as `pdf`.
    kind text,
    -- In bytes.
    size bigint,
    -- A speaker reads it as well.
    for_speakers boolean not null,
    -- personal: who added it
    added_by text not null references people (id),
    added_at bigint not null,
    check ((link is null) = (file_name is not null and kind is not null and size is not null))
);
create index papers_of_meeting on papers (meeting_id, added_at);
create index papers_of_adder on papers (added_by);

-- A file in pieces, in Base64: the four types of column have no bytes in them, and no row gets larger than the database likes.
create table paper_parts (
    paper_id text not null references papers (id),
    number bigint not null,
    text text not null,
    primary key (paper_id, number)
);
