-- A recording ends by itself once it is as long as one may be.
alter table recording drop constraint recording_stopped_for_check;
alter table recording add constraint recording_stopped_for_check
  check (stopped_for in ('asked', 'over', 'disk-low', 'too-long'));
