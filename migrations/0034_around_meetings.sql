-- Around a meeting: a video room of its own, and a list of topics that a group keeps itself.

-- Each meeting it ends in gets a video room of its own.
alter table polls add column makes_video boolean not null default false;

-- Rises with every change: of two who change a topic at once, one is told.
alter table topics add column version bigint not null default 1;
-- personal: who proposed it, so that they can take it back; empty for topics that stood there before
alter table topics add column proposed_by text references people (id);
-- Comes with the form, so that pressing twice is proposing once; empty for topics that stood there before.
alter table topics add column form_key text;
create unique index topics_by_form on topics (form_key);
create index topics_of_proposer on topics (proposed_by);
create index topics_of_meeting on topics (meeting_id);
