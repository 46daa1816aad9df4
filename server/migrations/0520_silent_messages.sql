-- Sent without a sound: counted as unread like any other, but nobody is called to it.
alter table message add column is_silent boolean not null default false;
