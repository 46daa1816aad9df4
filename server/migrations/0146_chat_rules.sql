-- Chats whose members follow a rule made of parts: whoever fits any one of them is in.
alter table chat
  drop constraint chat_bound_to_check,
  add constraint chat_bound_to_check check (bound_to in ('staff', 'group', 'rule')),
  drop constraint chat_check1,
  add constraint chat_bound_to_group check ((bound_to is not null and bound_to <> 'rule') = (bound_group_id is not null)),
  -- Made by itself (2.3): the head with the deputies, the head with the parents' committee.
  add column standard text check (standard in ('deputies', 'committee')),
  add constraint chat_standard_follows_rule check (standard is null or bound_to is not distinct from 'rule');
create unique index chat_standard_once on chat (organization_id, standard) where standard is not null;
-- Chats of an organization that follow its structure: the page about them, and those somebody entered.
create index chat_bound_by_organization on chat (organization_id) where bound_to is not null;

create table chat_rule_part (
  chat_id uuid not null references chat (id) on delete cascade,
  place integer not null,
  kind text not null check (kind in ('head', 'management', 'admins', 'teachers', 'parents', 'committee')),
  -- Teachers of these positions only, as somebody typed them; empty: whatever the position.
  positions text[] not null default '{}' check (positions = '{}' or kind = 'teachers'),
  -- Of these groups only; empty: of all.
  group_ids uuid[] not null default '{}' check (group_ids = '{}' or kind in ('teachers', 'parents', 'committee')),
  primary key (chat_id, place)
);

-- «Учитель-логопед» and «учитель-логопед » are one position.
create function position_key(given text) returns text language sql immutable as $$
  select replace(lower(btrim(given)), 'ё', 'е')
$$;

-- Who fits one part of a rule now: the one definition that chats follow and previews show. Begins at the membership,
-- so that asking about a few people costs a few look-ups, however large the organization is. Groups are asked through
-- `group_member`: who stands in for a teacher counts as one. Teachers are confirmed ones: there may be parents.
create function chat_rule_members(of_organization uuid, part text, of_positions text[], of_groups uuid[])
returns table (account_id uuid, membership_id uuid, side text) language sql stable as $$
  select m.account_id, m.id, 'staff'
  from membership m
  where m.organization_id = of_organization and m.ended_at is null and m.role in ('management', 'teacher')
    and (part = 'head' and m.is_head
      or part = 'management' and m.role = 'management'
      or part = 'admins' and m.is_admin
      or part = 'teachers' and m.confirmed_at is not null
        and (m.role = 'teacher' or cardinality(of_positions) > 0 or cardinality(of_groups) > 0)
        and (cardinality(of_positions) = 0
          or position_key(m.position) = any(select position_key(given) from unnest(of_positions) given))
        and (cardinality(of_groups) = 0 or exists (
          select from group_member g
          where g.membership_id = m.id and g.group_id = any(of_groups) and g.side = 'staff')))
  union all
  select m.account_id, m.id, 'parents'
  from membership m
  where m.organization_id = of_organization and m.ended_at is null and m.role = 'parent'
    and (part = 'parents' and (cardinality(of_groups) = 0 or exists (
        select from group_member g
        where g.membership_id = m.id and g.group_id = any(of_groups) and g.side = 'parents'))
      or part = 'committee' and exists (
        select from group_committee gc
        join group_member g on g.group_id = gc.group_id and g.membership_id = gc.membership_id and g.side = 'parents'
        where gc.membership_id = m.id and gc.until_at is null
          and (cardinality(of_groups) = 0 or gc.group_id = any(of_groups))))
$$;

-- Who belongs to a chat by its rule; somebody who fits several parts comes several times.
create view rule_member as
  select c.id as chat_id, r.account_id, r.membership_id, r.side
  from chat c
  join chat_rule_part p on p.chat_id = c.id
  cross join lateral chat_rule_members(c.organization_id, p.kind, p.positions, p.group_ids) r;
