-- Lists of children as kindergartens have them, from the file to the structure.
create table import (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  -- Of the file; empty for a pasted list.
  name text not null default '',
  state text not null default 'draft' check (state in ('draft', 'applied', 'undone')),
  -- The sheet as it is shown, line by line; emptied once nobody can go back any more.
  cells jsonb not null,
  heading_lines integer not null,
  titles text[] not null,
  meanings text[] not null,
  -- Lines that stay out, and lines that are another child of the same name.
  skipped integer[] not null default '{}',
  namesakes integer[] not null default '{}',
  created_at timestamptz(3) not null default now(),
  created_by uuid not null references account (id),
  applied_at timestamptz(3),
  undone_at timestamptz(3),
  made_groups uuid[] not null default '{}',
  made_children uuid[] not null default '{}'
);
-- The imports of an organization, newest first.
create index import_by_organization on import (organization_id, created_at desc);
-- Those whose lines have served their time.
create index import_with_lines on import (created_at) where cells <> '[]';

-- Whom to expect for a child, and where to reach them, until they join.
create table guardian_contact (
  child_id uuid not null references child (id),
  place smallint not null,
  name text not null,
  phone text not null default '',
  email text not null default '',
  -- Reading them is always by child.
  primary key (child_id, place)
);
