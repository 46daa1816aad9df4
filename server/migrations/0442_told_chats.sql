-- The last chat that has been told its talk is in an archive, in the order of their ids: each is told once, whatever is cut off.
-- No reference: it is a place in a list, and the chat may be gone.
alter table data_export add column told_chat_id uuid;
