-- Instructions in other languages, as an operator has put them; Russian is the article's own.
create table article_translation (
  article text not null references article (name) on delete cascade,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  title text not null,
  text text not null,
  -- Raised by each change of the operator's, who says which one was on the screen.
  rev integer not null default 1,
  -- The article's, when it was translated: once that is another one, it may say something else.
  of_rev integer not null,
  changed_at timestamptz(3) not null,
  primary key (article, language)
);
