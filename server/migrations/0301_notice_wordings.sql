-- What a notice said before it was changed: whoever answered, answered to that. Shown to those who look after it.
create table notice_wording (
  notice_id uuid not null references notice (id),
  -- Of the notice, until which it said so.
  rev integer not null,
  -- Which answers belong to it.
  version integer not null,
  title text not null,
  text text not null,
  asks text not null,
  options text[] not null,
  -- The files themselves are gone with it; how they were called is not.
  files text[] not null,
  replaced_at timestamptz(3) not null,
  primary key (notice_id, rev)
);
-- How many somebody has sent lately, counted with each new one.
create index notice_by_author on notice (author_id, sent_at desc);
-- Looking for words in any form.
create index notice_by_words on notice using gin (to_tsvector('russian', title || ' ' || text));
