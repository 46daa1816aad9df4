-- The chat a meeting is held in, with its call: made when somebody first comes in.
alter table meeting add column chat_id uuid unique references chat (id);

-- As before; besides, a meeting's chat follows whom the meeting is for. Whoever planned it leads there.
create or replace view rule_member as
  select c.id as chat_id, r.account_id, r.membership_id, r.side, false as leads
  from chat c
  join chat_rule_part p on p.chat_id = c.id
  cross join lateral chat_rule_members(c.organization_id, p.kind, p.positions, p.group_ids) r
  union all
  select m.chat_id, i.account_id, i.membership_id,
    case when ms.role in ('management', 'teacher') then 'staff' else 'parents' end, false
  from meeting m
  join meeting_invitee i on i.meeting_id = m.id
  join membership ms on ms.id = i.membership_id
  where m.chat_id is not null
  union all
  select m.chat_id, ms.account_id, ms.id, 'staff', true
  from meeting m
  join membership ms on ms.organization_id = m.organization_id and ms.account_id = m.organizer_id
    and ms.ended_at is null and (ms.role = 'management' or ms.role = 'teacher' and ms.confirmed_at is not null)
  where m.chat_id is not null;
