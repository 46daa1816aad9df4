-- What is to be said later. A job sends it at its time, as the message that it has been from the beginning.
create table scheduled_message (
  -- The message's own, chosen beforehand: however often it is sent, it is stored once.
  id uuid primary key,
  chat_id uuid not null references chat (id) on delete cascade,
  author_id uuid not null references account (id),
  text text not null,
  reply_to_id uuid,
  attachments jsonb not null default '[]',
  is_silent boolean not null,
  send_at timestamptz(3) not null,
  -- Why it was not sent when its time came; null while it waits for it.
  refused_with text,
  made_at timestamptz(3) not null default now()
);
-- One's own of a chat, the next one first; and how many each chat of a list has.
create index scheduled_message_by_author on scheduled_message (author_id, chat_id, send_at);
-- Those of a chat that is deleted.
create index scheduled_message_by_chat on scheduled_message (chat_id);
-- What was not sent and is never looked at again.
create index scheduled_message_refused on scheduled_message (send_at) where refused_with is not null;

create table scheduled_file (
  file_id uuid not null references file (id),
  message_id uuid not null references scheduled_message (id) on delete cascade,
  primary key (file_id, message_id)
);
-- The files of one that is sent or cancelled.
create index scheduled_file_by_message on scheduled_file (message_id);

create or replace function file_is_shared(of_file uuid) returns boolean language sql stable as $$
  select exists (select from material_version v where v.file_id = of_file)
    or exists (select from message_file f where f.file_id = of_file)
    or exists (select from scheduled_file f where f.file_id = of_file)
    or exists (select from application a where a.order_file_id = of_file)
$$;

-- Cancelled, deleted with its chat or its author: whatever way it goes, its files are left for the sweep, unless the message
-- that has been sent holds them.
create function release_scheduled_file() returns trigger language plpgsql as $$
begin
  update file set attached_at = null where id = old.file_id and not file_is_shared(old.file_id);
  return null;
end
$$;
create trigger scheduled_file_is_released after delete on scheduled_file
  for each row execute function release_scheduled_file();
