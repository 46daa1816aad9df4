-- What goes with a webinar: files and links for those registered, from the beginning on or afterwards.
create table webinar_material (
  -- Chosen by the client that adds it.
  id uuid primary key,
  webinar_id uuid not null references webinar (id),
  title text not null,
  link text,
  -- As attachments of messages are kept; the file itself is held by its id.
  file jsonb,
  file_id uuid references file (id),
  shown text not null check (shown in ('before', 'after')),
  added_at timestamptz(3) not null,
  check ((link is null) = (file_id is not null) and (file is null) = (file_id is null))
);
-- Those of one webinar, in the order they were added.
create index webinar_material_in_order on webinar_material (webinar_id, added_at, id);
-- Who may read a file.
create index webinar_material_of_file on webinar_material (file_id) where file_id is not null;
