-- What was said beside the picture of a broadcast is reported as what was said in a chat.
alter table message_report
  -- None where it was said in a webinar, which is the platform's.
  alter column organization_id drop not null,
  add column broadcast_message_id uuid references broadcast_message (id) on delete cascade,
  drop constraint message_report_of_one,
  add constraint message_report_of_one check (num_nonnulls(message_id, comment_id, broadcast_message_id) = 1),
  add constraint message_report_has_home check (organization_id is not null or broadcast_message_id is not null);
alter table message_report
  alter column subject_id set expression as (coalesce(message_id, comment_id, broadcast_message_id));
-- Deleted with what it is about.
create index message_report_by_broadcast_message on message_report (broadcast_message_id)
  where broadcast_message_id is not null;

-- Who said it, where, and as whom. Outside of chats whoever is both of the staff and a parent speaks as the former. Of a
-- broadcast for one group its teachers decide, too.
create or replace view message_report_subject as
  select r.id as report_id, coalesce(m.author_id, k.author_id, said.account_id) as author_id,
    coalesce(m.seq, k.seq, said.seq) as seq,
    coalesce(m.membership_id, (
      select own.id from membership own
      where own.organization_id = r.organization_id and own.account_id = coalesce(k.author_id, said.account_id)
      order by own.ended_at is not null, own.role in ('parent', 'student') limit 1)) as membership_id,
    coalesce(c.kind, case when said.id is null then 'channel' else 'broadcast' end) as place,
    coalesce(m.chat_id, post.channel_id, said.broadcast_id) as place_id, k.post_id,
    case when c.kind = 'direct' then '' else coalesce(g.name, c.title, channel.title, broadcast.title) end as title,
    coalesce(c.bound_group_id, case when cardinality(broadcast.group_ids) = 1 then broadcast.group_ids[1] end) as group_id
  from message_report r
  left join message m on m.id = r.message_id
  left join chat c on c.id = m.chat_id
  left join "group" g on g.id = c.bound_group_id
  left join post_comment k on k.id = r.comment_id
  left join post on post.id = k.post_id
  left join channel on channel.id = post.channel_id
  left join broadcast_message said on said.id = r.broadcast_message_id
  left join broadcast on broadcast.id = said.broadcast_id;

create or replace view message_report_desk as
  select r.id as report_id,
    case
      when r.organization_id is null or bool_or(m.is_head) then 'operator'
      when bool_or(m.is_admin or m.role = 'management') then case when exists (
        select from membership head
        where head.organization_id = r.organization_id and head.is_head and head.ended_at is null)
        then 'head' else 'operator' end
      else 'group'
    end as desk
  from message_report r
  join message_report_subject s on s.report_id = r.id
  left join membership m on m.account_id = s.author_id and m.organization_id = r.organization_id
    and m.ended_at is null
  group by r.id;
