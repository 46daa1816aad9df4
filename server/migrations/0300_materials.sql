-- What a group, or all groups of a programme, keep to learn by: it outlives the chats it may have come from.
create table material_folder (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  group_id uuid references "group" (id),
  -- As the groups name it. Which groups follow it is asked at the moment of reading.
  programme text not null default '',
  title text not null,
  place integer not null,
  created_at timestamptz(3) not null default now(),
  -- Can be brought back for some days.
  deleted_at timestamptz(3),
  check ((group_id is null) = (programme <> ''))
);
-- The folders of an organization, of which each reader sees some.
create index material_folder_by_organization on material_folder (organization_id);
-- What the sweep takes away for good.
create index material_folder_deleted on material_folder (deleted_at) where deleted_at is not null;

create table material (
  id uuid primary key,
  folder_id uuid not null references material_folder (id),
  title text not null,
  note text not null default '',
  -- Null of a file.
  link text,
  -- The number of the file's newest version; 0 of a link.
  version integer not null default 0,
  place integer not null,
  rev integer not null default 1,
  added_by uuid not null references account (id),
  changed_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  check ((link is null) = (version > 0))
);
-- One folder, and the search: it looks through the folders that the reader sees, which hold some hundreds each.
create index material_by_folder on material (folder_id);
create index material_deleted on material (deleted_at) where deleted_at is not null;

create table material_version (
  material_id uuid not null references material (id),
  number integer not null,
  file_id uuid not null references file (id),
  added_by uuid not null references account (id),
  added_at timestamptz(3) not null,
  primary key (material_id, number)
);
-- Which materials hold a file: the right to read it follows from that. And a file is one version of a material.
create unique index material_version_by_file on material_version (file_id, material_id);

-- Whether a message that is there, or a material, still holds a file: both may hold the same.
create function file_is_shared(of_file uuid) returns boolean language sql stable as $$
  select exists (select from material_version v where v.file_id = of_file)
    or exists (select from message_file f where f.file_id = of_file)
$$;
