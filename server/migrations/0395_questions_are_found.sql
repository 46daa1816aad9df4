-- What a poll asks is found like what a post says: searching, in one channel and everywhere.
drop index post_by_words;
create index post_by_words on post using gin (to_tsvector('russian', text || ' ' || coalesce(poll ->> 'question', '')))
  where state = 'published';
