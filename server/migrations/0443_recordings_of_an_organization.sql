-- How much of the disk the recordings of one organization take, asked before another one begins.
create index recording_of_organization on recording (organization_id) where state in ('recording', 'finishing', 'ready');
