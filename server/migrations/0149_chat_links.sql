-- Links of a chat (2.5): who may be in it gets in, who does not belong to the organization asks to be let in.
alter table invitation
  drop constraint invitation_kind_check,
  drop constraint invitation_check,
  drop constraint invitation_check1,
  add column chat_id uuid references chat (id),
  add constraint invitation_kind_check check (kind in ('staff', 'child', 'chat')),
  add constraint invitation_child_check check ((child_id is not null) = (kind = 'child')),
  add constraint invitation_chat_check check ((chat_id is not null) = (kind = 'chat')),
  add constraint invitation_role_check check (role = case kind when 'staff' then 'teacher' else 'parent' end);
-- The links of a chat, newest first.
create index invitation_by_chat on invitation (chat_id, created_at desc, id desc) where chat_id is not null;

-- By which link of a chat somebody asked: let in, they come into that chat, too.
alter table join_request add column invitation_id uuid references invitation (id);

-- As before; only that whoever is limited to one child is among no other parents, not among all of them either.
create or replace function chat_rule_members(of_organization uuid, part text, of_positions text[], of_groups uuid[])
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
    and (part = 'parents' and exists (
        select from group_member g
        where g.membership_id = m.id and g.side = 'parents'
          and (cardinality(of_groups) = 0 or g.group_id = any(of_groups)))
      or part = 'committee' and exists (
        select from group_committee gc
        join group_member g on g.group_id = gc.group_id and g.membership_id = gc.membership_id and g.side = 'parents'
        where gc.membership_id = m.id and gc.until_at is null
          and (cardinality(of_groups) = 0 or gc.group_id = any(of_groups))))
$$;
