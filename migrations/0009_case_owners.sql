-- A case may have two owners, who decide together what is kept of it.

-- Who owns a case beside the one who brings it.
create table case_co_owners (
    case_id text not null references cases (id),
    -- personal: owns it as well; decides what is kept
    person_id text not null references people (id),
    primary key (case_id, person_id)
);
create index case_co_owners_of_person on case_co_owners (person_id);
