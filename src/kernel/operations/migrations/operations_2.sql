-- The event that a job follows; empty: its owner asked for it.
alter table job add column event TEXT not null default '';
