-- A call's recording ends when nobody who may stop it has been in the call for a while.
alter table recording drop constraint recording_stopped_for_check;
alter table recording add constraint recording_stopped_for_check
  check (stopped_for in ('asked', 'over', 'unattended', 'disk-low', 'too-long'));
