-- What somebody is writing in a chat, on whatever device: theirs alone, and gone when they are not in the chat any more.
create table chat_draft (
  chat_id uuid not null,
  account_id uuid not null,
  text text not null,
  reply_to_id uuid,
  -- By the server's clock: the newest wins, whatever the clocks of the devices say.
  written_at timestamptz(3) not null,
  primary key (chat_id, account_id),
  foreign key (chat_id, account_id) references chat_member (chat_id, account_id) on delete cascade on update cascade
);
