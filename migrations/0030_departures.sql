-- Who was taken off the list of a meeting that is still in their own calendar: until the mail is written that takes it out again.
create table meeting_departures (
    meeting_id text not null references meetings (id),
    -- personal: who is to hear that the meeting is no longer theirs; the row goes when the mail is written
    person_id text not null references people (id),
    primary key (meeting_id, person_id)
);
