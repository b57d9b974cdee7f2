-- Who may see the figures of a programme and nothing else of it, such as somebody of the fund that pays. A seat is no
-- membership: it opens one page. `ended_at` keeps who could look until when.
create table sponsors (
    programme_id text not null references programmes (id),
    -- personal: who may look
    person_id text not null references people (id),
    -- personal: for whom they look, as the organiser wrote it
    works_for text not null,
    -- personal: access begins and ends with these moments
    since bigint not null,
    ended_at bigint,
    primary key (programme_id, person_id)
);
create index sponsors_of_person on sponsors (person_id);
