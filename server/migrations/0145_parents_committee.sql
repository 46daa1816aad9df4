-- The parents' committee (родительский актив): who of a group's parents speaks for it, with dates rather than a flag.
-- That of the organization is all of them together.
create table group_committee (
  group_id uuid not null references "group" (id),
  membership_id uuid not null references membership (id),
  from_at timestamptz(3) not null default now(),
  until_at timestamptz(3),
  primary key (group_id, membership_id, from_at)
);
-- The committee of a group now; at most one belonging at a time.
create unique index group_committee_now on group_committee (group_id, membership_id) where until_at is null;
-- In which groups is this parent in the committee?
create index group_committee_by_membership on group_committee (membership_id) where until_at is null;
