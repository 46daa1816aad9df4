-- Group chats that people put together: somebody owns each as long as it is open.
alter table chat
  add column owner_id uuid references account (id),
  add constraint chat_owner_of_free check (owner_id is null or kind = 'group' and bound_to is null);
-- What somebody who leaves has to hand over.
create index chat_by_owner on chat (owner_id) where owner_id is not null;
