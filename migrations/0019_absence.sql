-- How much of its meetings somebody should be at, in percent; empty when a programme asks for nothing.
alter table programmes add column attendance_norm bigint default 80;
