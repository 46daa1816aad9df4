-- The same as before, from the receiver on: asked of `group_member`, each of thousands cost a look at all groups.
create or replace view notice_receiver_group as
  select r.notice_id, r.unit_id, g.id as group_id
  from notice_receiver r
  join notice n on n.id = r.notice_id
  join membership m on m.account_id = r.account_id and m.organization_id = n.organization_id and m.ended_at is null
  join guardianship gs on gs.membership_id = m.id and gs.until_at is null and not gs.is_limited
  join group_child gc on gc.child_id = gs.child_id and gc.until_at is null
  join "group" g on g.id = gc.group_id and g.archived_at is null
  where n.audience <> 'groups' or g.id = any(n.group_ids)
  union all
  select r.notice_id, r.unit_id, g.id
  from notice_receiver r
  join notice n on n.id = r.notice_id and n.audience = 'groups'
  join membership m on m.account_id = r.account_id and m.organization_id = n.organization_id and m.ended_at is null
    and m.confirmed_at is not null
  join teaching t on t.membership_id = m.id
  join "group" g on g.id = t.group_id and g.archived_at is null
  where g.id = any(n.group_ids)
  union all
  select r.notice_id, r.unit_id, g.id
  from notice_receiver r
  join notice n on n.id = r.notice_id
  join membership m on m.account_id = r.account_id and m.organization_id = n.organization_id and m.ended_at is null
    and m.role in ('management', 'teacher')
  join "group" g on g.organization_id = n.organization_id and g.kind = 'staff'
  where n.audience <> 'groups' or g.id = any(n.group_ids)
  union all
  select r.notice_id, r.unit_id, gc.group_id
  from notice_receiver r
  join notice n on n.id = r.notice_id
  join group_child gc on gc.child_id = r.child_id and gc.until_at is null
  join "group" g on g.id = gc.group_id and g.archived_at is null
  where n.audience <> 'groups' or g.id = any(n.group_ids);
