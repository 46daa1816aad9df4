-- Short messages beside the picture, where whoever runs a broadcast wants them.
alter table broadcast
  add column has_chat boolean not null default false,
  -- Raised by each message and each removal: says whether a screen has heard all of it.
  add column chat_rev integer not null default 0;
-- Writes no more in this one.
alter table broadcast_person add column muted_at timestamptz(3);

-- A removed message keeps its row, so that its id is not given away again, but nothing of what it said.
create table broadcast_message (
  -- Chosen by the client that writes.
  id uuid primary key,
  broadcast_id uuid not null references broadcast (id),
  seq integer not null,
  account_id uuid not null references account (id),
  text text not null,
  said_at timestamptz(3) not null,
  removed_at timestamptz(3),
  check (removed_at is null or text = '')
);
-- Paging, newest first.
create unique index broadcast_message_in_order on broadcast_message (broadcast_id, seq);
-- What one person has said: handed out to them, and moved when two accounts become one.
create index broadcast_message_by_account on broadcast_message (account_id);
