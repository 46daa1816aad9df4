-- An archive of a whole organization lives as one of one's own data does; only what is in it differs.
alter table data_export
  add column organization_id uuid references organization (id),
  -- How far it has come while it is gathered, in percent.
  add column progress smallint not null default 0 check (progress between 0 and 100);

drop index data_export_waiting_once;
-- One at a time: of an account's own, and of an organization.
create unique index data_export_waiting_once on data_export (account_id)
  where state = 'waiting' and organization_id is null;
create unique index data_export_waiting_once_of_organization on data_export (organization_id)
  where state = 'waiting' and organization_id is not null;
drop index data_export_by_account;
-- The last ones of an account's own, and of an organization.
create index data_export_by_account on data_export (account_id, asked_at desc) where organization_id is null;
create index data_export_by_organization on data_export (organization_id, asked_at desc)
  where organization_id is not null;
