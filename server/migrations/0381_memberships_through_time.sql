-- Who belonged to an organization at the end of a period, those who have left since included: the figures of people and
-- families. All they ask for is in the index, in the order of accounts; without it every membership of the installation
-- would be read.
create index membership_through_time on membership (organization_id, account_id)
  include (id, role, created_at, ended_at, confirmed_at);
