-- Small and square, written anew by the server. Its id can't be guessed: who is told it may see the picture.
create table organization_logo (
  id uuid primary key,
  png bytea not null
);
alter table organization add logo_id uuid references organization_logo (id);
-- {"days": [1, 2, 3, 4, 5], "from": "07:00", "until": "19:00"} in the organization's time zone; null: not said.
alter table organization add working_hours jsonb;
