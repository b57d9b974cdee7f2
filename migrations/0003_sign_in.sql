-- Signing in by link. Only SHA-256 of a token is kept: whoever reads this table cannot sign in with it.

create table sign_in_links (
    token_hash text not null primary key,
    -- personal: who may sign in with the link
    person_id text not null references people (id),
    created_at bigint not null,
    expires_at bigint not null,
    -- personal: set at the first use; there is no second
    used_at bigint
);
create index sign_in_links_of_person on sign_in_links (person_id);

create table sign_ins (
    token_hash text not null primary key,
    -- personal: who is signed in
    person_id text not null references people (id),
    created_at bigint not null,
    expires_at bigint not null,
    -- personal: the day of the last visit, so that a forgotten device can be found; never finer than a day
    seen_on text not null
);
create index sign_ins_of_person on sign_ins (person_id);
