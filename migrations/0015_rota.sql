-- Whose turn it is: to bring a case, to lead, to take notes. Who did what last follows from meetings and cases.

drop table turns;

-- What goes round in a group, such as `case,notes`.
alter table groups add column rotates text not null default 'case';

create table meeting_duties (
    meeting_id text not null references meetings (id),
    duty text not null check (duty in ('case', 'lead', 'notes')),
    -- personal: whose turn it is
    person_id text not null references people (id),
    primary key (meeting_id, duty)
);
create index meeting_duties_of_person on meeting_duties (person_id);

-- Who is passed over for a while, such as on a long holiday.
create table duty_pauses (
    group_id text not null references groups (id),
    -- personal: who is passed over
    person_id text not null references people (id),
    -- personal: until this day, `YYYY-MM-DD`
    until text not null,
    primary key (group_id, person_id)
);
create index duty_pauses_of_person on duty_pauses (person_id);
