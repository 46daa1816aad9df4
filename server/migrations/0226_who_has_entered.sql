-- Which bound chats of an organization has somebody entered visibly? Asked at every change of the structure; without this
-- all members of all of its chats were read.
create index chat_member_entered on chat_member (chat_id) where has_entered;
