-- Whoever is not in the chat any more can neither see nor cancel what they had put by there: it goes with their place, as
-- their draft does, and follows them when accounts are merged.
delete from scheduled_message s
where not exists (select from chat_member m where m.chat_id = s.chat_id and m.account_id = s.author_id);
update scheduled_message set refused_with = 'forbidden' where refused_with = 'not-found';
alter table scheduled_message
  drop constraint scheduled_message_chat_id_fkey,
  drop constraint scheduled_message_author_id_fkey,
  add constraint scheduled_message_member_fkey foreign key (chat_id, author_id)
    references chat_member (chat_id, account_id) on delete cascade on update cascade;

-- An emptied draft keeps its place in time, so that an older text which arrives late does not rise again.
create index chat_draft_emptied on chat_draft (written_at) where text = '' and reply_to_id is null;
