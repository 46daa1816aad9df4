-- Whoever decides is reminded of what waits too long: each time a few days after the last.
alter table confirmation add column reminded_at timestamptz(3);
-- What has waited since, asked for each hour across all organizations.
create index confirmation_to_remind on confirmation (coalesce(reminded_at, requested_at)) where state = 'requested';
