-- Instructions: those that come with the product, and the operator's own (3.3).
create table article (
  -- In its address: the file's name, or a UUID for the operator's own.
  name text primary key check (name ~ '^[a-z0-9-]{1,60}$'),
  -- As it is shown.
  title text not null,
  -- Markdown, and the same as words alone: what is searched and what a list shows of it.
  text text not null,
  plain text not null,
  topic text not null,
  roles text[] not null,
  -- Read without signing in.
  is_open boolean not null,
  -- Routes of the pages it explains: where «?» opens it.
  screens text[] not null default '{}',
  position integer not null default 1000,
  is_hidden boolean not null default false,
  -- Raised by each change of the operator's, who says which one was on the screen.
  rev integer not null default 1,
  changed_at timestamptz(3),
  -- What came with the product; null for the operator's own.
  shipped jsonb,
  -- What had come with it when the operator began to change it; null where nothing was changed.
  edited_from jsonb check (edited_from is null or shipped is not null),
  -- Some dozens of rows are read from end to end sooner than by an index; their words are worked out once, not each time.
  vector tsvector not null generated always as (
    setweight(to_tsvector('russian', translate(lower(title), 'ё', 'е')), 'A') ||
    setweight(to_tsvector('russian', translate(lower(plain), 'ё', 'е')), 'B')) stored
);

-- «Помогло?»: never whose. Gone after a year.
create table article_vote (
  -- Chosen by the device: a retry and a change of mind count once.
  id uuid primary key,
  article text not null references article (name) on delete cascade,
  is_helpful boolean not null,
  word text not null default '',
  at timestamptz(3) not null
);
-- The counts of each article, and the words about one, newest first.
create index article_vote_by_article on article_vote (article, at, id);
-- What is tidied away.
create index article_vote_by_time on article_vote (at);
