-- Orders by which administrators are appointed and dismissed (2.1): kept for good, like what they decided.
create table admin_order (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  membership_id uuid not null references membership (id),
  kind text not null check (kind in ('appointed', 'dismissed')),
  number text not null check (number <> ''),
  dated date not null,
  file_id uuid not null references file (id),
  entered_by uuid not null references account (id),
  at timestamptz(3) not null
);
-- The orders of an organization, newest first.
create index admin_order_by_organization on admin_order (organization_id, at desc, id desc);
-- Whose scan is this? Asked when a file is opened.
create index admin_order_by_file on admin_order (file_id);
-- The same of an application's order, and the application of an organization.
create index application_by_order_file on application (order_file_id);
create index application_by_organization on application (organization_id) where claimed_at is not null;
create trigger admin_order_is_append_only before update or delete on admin_order
  for each row execute function refuse_change();
