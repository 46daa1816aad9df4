-- Readers answer under a post, where the channel and the post allow it: one flat thread under each.
alter table channel add column has_comments boolean not null default false;
-- Null: as the channel has it.
alter table post add column has_comments boolean;
-- Of the newest comment: gives a thread one order, and says how far somebody has read.
alter table post add column comment_seq integer not null default 0;

-- A deleted comment keeps its row, so that its id is not given away again, but nothing of what it said.
create table post_comment (
  id uuid primary key,
  post_id uuid not null references post (id),
  seq integer not null,
  author_id uuid not null references account (id),
  text text not null,
  said_at timestamptz(3) not null,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  check (deleted_at is null or text = '')
);
-- Paging through a thread, and counting it.
create unique index post_comment_by_seq on post_comment (post_id, seq) where deleted_at is null;
-- What one person has said: handed out to them, and moved when two accounts become one.
create index post_comment_by_author on post_comment (author_id);

-- How far somebody has read a thread: made by opening it, never by a comment. Who has one hears of what is new there.
create table comment_position (
  post_id uuid not null references post (id),
  account_id uuid not null references account (id),
  read_seq integer not null,
  primary key (post_id, account_id)
);
-- What one person follows: deleted and moved with the account.
create index comment_position_by_account on comment_position (account_id);
