-- A chat says when it is renamed, closed, or gets other rules: its members should know.
alter table message
  drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('text', 'poll', 'call', 'member-entered', 'members-joined',
    'members-left', 'chat-renamed', 'chat-changed')) not valid;
-- Two steps: nobody waits while the rows that are there are looked at.
alter table message validate constraint message_kind_check;
