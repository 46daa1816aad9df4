-- Reports count the chats that were there at the end of a period, like groups and people: so a chat has to know since when
-- it is there. What was made before is as old as its group, its first message or its longest member, whichever is oldest.
alter table chat add column created_at timestamptz(3) not null default now();

update chat set created_at = least(
  chat.created_at,
  (select g.created_at from "group" g where g.id = chat.bound_group_id),
  (select m.sent_at from message m where m.chat_id = chat.id order by m.seq limit 1),
  (select min(cm.joined_at) from chat_member cm where cm.chat_id = chat.id));
