-- The log of every live session: what was decided, in order. Everything a room shows follows from it.

create table session_events (
    session text not null,
    -- From 1, without gaps.
    seq bigint not null,
    at bigint not null,
    -- Made by the client for one command, so that sending it twice does it once; empty for further events of a command.
    key text,
    -- personal: the event with what people wrote, as the crate `session` records it
    row text not null,
    primary key (session, seq),
    unique (session, key)
);
