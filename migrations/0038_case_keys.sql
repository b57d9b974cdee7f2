-- Keys of the installation follow one another. The database knows which ones there were, never the keys themselves.
create table case_keys (
    -- A digest of the key.
    id text not null primary key,
    since bigint not null,
    -- From when on nothing may be sealed under it any more.
    dropped_at bigint
);

-- Which key of the installation wraps this one. Empty for those from before there was more than one.
alter table record_keys add column key_id text;
create index record_keys_of_key on record_keys (key_id);
