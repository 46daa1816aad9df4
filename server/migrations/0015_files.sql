-- What people hand over: photos, documents, recordings. The bytes lie in the file storage under the id.
create table file (
  id uuid primary key,
  -- Null where somebody without an account uploads: the order of an application.
  uploader_id uuid references account (id),
  name text not null,
  -- While uploading: what was announced; then what is stored.
  size bigint not null check (size >= 0),
  -- By content, not by name. Empty while uploading.
  media_type text not null default '',
  kind text not null default 'file' check (kind in ('photo', 'document', 'file')),
  width integer,
  height integer,
  sha256 bytea,
  state text not null default 'uploading' check (state in ('uploading', 'ready')),
  -- Null as long as nothing refers to it: the uploader's alone, and swept after a day.
  attached_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
-- The sweep, and what one account holds without using it.
create index file_unattached on file (created_at) where attached_at is null;
create index file_unattached_by_uploader on file (uploader_id) where attached_at is null;
