-- What a meeting has decided: written while it goes on or afterwards, then signed off. While it is signed, neither its
-- words nor who was there change any more.
create table meeting_protocol (
  meeting_id uuid primary key references meeting (id),
  number text not null,
  chair text not null,
  secretary text not null,
  -- What was spoken of, in order: topic, what was heard, what was decided, votes.
  items jsonb not null,
  rev integer not null default 1,
  edited_by uuid not null references account (id),
  edited_at timestamptz(3) not null,
  signed_by uuid references account (id),
  signed_at timestamptz(3),
  -- By name, as they were called on the day of signing.
  participants jsonb,
  check (num_nulls(signed_by, signed_at, participants) in (0, 3))
);
