-- «Избранное» keeps what was said elsewhere by reference: whose it is may change it, take it back, or be out of
-- sight one day, and then so is what was saved of it. No copy outlives that.
alter table message add column original jsonb;
alter table message
  drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('text', 'poll', 'call', 'member-entered', 'members-joined',
    'members-left', 'chat-renamed', 'chat-changed', 'saved')) not valid;
-- Two steps: nobody waits while the rows that are there are looked at.
alter table message validate constraint message_kind_check;
-- Saving it twice, or trying again, leaves one.
create unique index message_saved_once on message (chat_id, (original ->> 'messageId'))
  where kind = 'saved' and deleted_at is null;
