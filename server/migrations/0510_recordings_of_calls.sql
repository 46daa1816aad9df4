-- A group's call is recorded, too.
alter table recording drop constraint recording_owner_check;
alter table recording add constraint recording_owner_check check (owner in ('broadcast', 'call'));
