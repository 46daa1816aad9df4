-- A post can ask: the question lies on it, one row per voter beside it. Readers see numbers; they are counted when a page
-- is read, so that a hundred who answer at once don't wait for one another.
alter table post add column poll jsonb;

create table post_vote (
  post_id uuid not null references post (id),
  account_id uuid not null references account (id),
  options integer[] not null check (options <> '{}'),
  voted_at timestamptz(3) not null default now(),
  -- One answer of each, and all of a post's.
  primary key (post_id, account_id)
);
-- What one person has answered: handed out to them, and moved when two accounts become one.
create index post_vote_by_account on post_vote (account_id);
