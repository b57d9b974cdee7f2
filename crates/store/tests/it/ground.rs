//! A small schema of the tests' own.

use store::Migration;

/// People with a unique address and their pets, a log per room, and counters.
pub(crate) const GROUND: &[Migration] = &[Migration {
    version: 1,
    name: "ground",
    sql: "
        create table people (
            id text not null primary key,
            email text not null,
            tenant text not null,
            age bigint,
            weight double precision,
            active boolean not null,
            constraint people_email unique (tenant, email)
        );
        create table log (
            room text not null,
            seq bigint not null,
            body text not null,
            primary key (room, seq)
        );
        create table counters (name text not null primary key, value bigint not null);
        create table pets (
            id text not null primary key,
            owner text not null references people (id),
            legs bigint not null check (legs >= 0)
        );",
}];
