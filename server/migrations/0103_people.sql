-- «Люди»: found by part of a name as it is typed, «ё» or «е». The organization is asked for besides.
create index account_by_name on account
  using gin (replace(lower(family_name || ' ' || given_name || ' ' || patronymic), 'ё', 'е') gin_trgm_ops);
