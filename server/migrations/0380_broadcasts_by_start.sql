-- What was broadcast in a period, for the statistics: those that are over, by when they began.
create index broadcast_over_by_start on broadcast (organization_id, started_at) where state = 'ended';
