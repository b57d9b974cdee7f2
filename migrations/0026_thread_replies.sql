-- Answering a conversation by mail.

-- Where an answer goes; empty for a mail that nobody answers.
alter table outbox add column reply_to text;

-- The addresses to which answers go, one for each mail. Only who got the mail has the secret part.
create table thread_addresses (
    -- SHA-256 of the secret part.
    token_hash text not null primary key,
    thread_id text not null references threads (id),
    -- personal: whose answer it is
    person_id text not null references people (id),
    -- It works until then.
    ends_at bigint not null
);
create index thread_addresses_by_end on thread_addresses (ends_at);
create index thread_addresses_of_thread on thread_addresses (thread_id);
create index thread_addresses_of_person on thread_addresses (person_id);
