-- Who looked at whose personal data (152-ФЗ, ст. 19): ids and the kind, once a day for each. Nothing is ever changed.
create table access_entry (
  -- In the order of time.
  id uuid primary key,
  organization_id uuid not null references organization (id),
  day date not null,
  at timestamptz(3) not null,
  reader_id uuid not null references account (id),
  kind text not null check (kind in ('person', 'child', 'people-list', 'children-list', 'slips', 'register')),
  about_account_id uuid references account (id),
  about_child_id uuid references child (id),
  check ((about_account_id is not null) = (kind = 'person') and (about_child_id is not null) = (kind = 'child'))
);
-- A second look on the same day writes nothing.
create unique index access_entry_once on access_entry
  (organization_id, day, reader_id, kind, about_account_id, about_child_id) nulls not distinct;
-- The journal of an organization, newest first.
create index access_entry_by_organization on access_entry (organization_id, id desc);
-- Who looked at me, at my child.
create index access_entry_about_account on access_entry (about_account_id, id desc) where about_account_id is not null;
create index access_entry_about_child on access_entry (about_child_id, id desc) where about_child_id is not null;
create trigger access_entry_is_append_only before update or delete on access_entry
  for each row execute function refuse_change();
