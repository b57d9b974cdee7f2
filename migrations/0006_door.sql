-- The door of a room: how guests get in, what people agreed on before a case is told, and who only watches.

-- Made when a room is opened.
create table doors (
    meeting_id text not null primary key references meetings (id),
    -- Short and easily spoken; whoever has it may ask to come in.
    code text not null unique,
    -- 256 random bits in hexadecimal: the digits for confirming presence follow from it.
    secret text not null,
    -- Whether the facilitator lets guests in now.
    is_open boolean not null,
    opened_at bigint not null
);

-- Somebody without an account, for one meeting.
create table guests (
    -- personal: who it is in the log of this one room
    id text not null primary key,
    meeting_id text not null references meetings (id),
    -- personal: what the others call them; chosen by the guest
    name text not null,
    joined_at bigint not null,
    -- Set when the facilitator has shown them out.
    removed_at bigint
);
create index guests_of_meeting on guests (meeting_id);

-- What a browser shows to be let in again. Only SHA-256 of the token is kept; a browser has one token for all its meetings.
create table guest_passes (
    token_hash text not null,
    -- personal: who is let in with it
    guest_id text not null references guests (id),
    created_at bigint not null,
    primary key (token_hash, guest_id)
);
create index guest_passes_of_guest on guest_passes (guest_id);

-- What a group has promised each other, or everybody in the open meetings of a programme. A text is never changed: a new one is
-- a new version.
create table agreements (
    id text not null primary key,
    programme_id text not null references programmes (id),
    -- Empty for the open meetings of a programme.
    group_id text references groups (id),
    version bigint not null check (version > 0),
    text text not null,
    -- personal: who wrote it down; empty for the text a programme begins with
    written_by text references people (id),
    since bigint not null
);
create unique index agreements_of_group on agreements (group_id, version) where group_id is not null;
create unique index agreements_of_programme on agreements (programme_id, version) where group_id is null;

create table agreement_acceptances (
    agreement_id text not null references agreements (id),
    -- personal: who has promised it, so that they are not asked at every meeting
    person_id text not null references people (id),
    -- personal: when
    accepted_at bigint not null,
    primary key (agreement_id, person_id)
);
create index agreement_acceptances_of_person on agreement_acceptances (person_id);

-- Whether somebody who only watches a meeting of the group sees names.
alter table groups add column observers_see_names boolean not null default true;

-- Somebody may only watch.
create table new_attendance (
    meeting_id text not null references meetings (id),
    -- personal: who is expected, who was there; the base of certificates
    person_id text not null references people (id),
    -- personal: decides what the person sees of this meeting
    role text not null check (role in ('participant', 'facilitator', 'speaker', 'observer')),
    -- personal: see above
    state text not null check (state in ('expected', 'declined', 'present', 'absent')),
    primary key (meeting_id, person_id)
);
insert into new_attendance (meeting_id, person_id, role, state)
    select meeting_id, person_id, role, state from attendance;
drop table attendance;
alter table new_attendance rename to attendance;
create index attendance_of_person on attendance (person_id);
