-- What was said under a post of a channel is reported as what was said in a chat: one queue, one kind of decision.
alter table message_report
  alter column message_id drop not null,
  add column comment_id uuid references post_comment (id) on delete cascade,
  add constraint message_report_of_one check (num_nonnulls(message_id, comment_id) = 1),
  -- Whichever it is: all reports of it are counted and decided together.
  add column subject_id uuid not null generated always as (coalesce(message_id, comment_id)) stored,
  drop constraint message_report_message_id_reporter_id_key,
  -- Once by each member.
  add constraint message_report_once unique (subject_id, reporter_id);
-- Deleted with what they are about.
create index message_report_by_message on message_report (message_id) where message_id is not null;
create index message_report_by_comment on message_report (comment_id) where comment_id is not null;

-- Who said it, where, and as whom. Under a post whoever is both of the staff and a parent speaks as the former.
create view message_report_subject as
  select r.id as report_id, coalesce(m.author_id, k.author_id) as author_id, coalesce(m.seq, k.seq) as seq,
    coalesce(m.membership_id, (
      select own.id from membership own
      where own.organization_id = r.organization_id and own.account_id = k.author_id
      order by own.ended_at is not null, own.role in ('parent', 'student') limit 1)) as membership_id,
    coalesce(c.kind, 'channel') as place, coalesce(m.chat_id, post.channel_id) as place_id, k.post_id,
    case when c.kind = 'direct' then '' else coalesce(g.name, c.title, channel.title) end as title,
    c.bound_group_id as group_id
  from message_report r
  left join message m on m.id = r.message_id
  left join chat c on c.id = m.chat_id
  left join "group" g on g.id = c.bound_group_id
  left join post_comment k on k.id = r.comment_id
  left join post on post.id = k.post_id
  left join channel on channel.id = post.channel_id;

create or replace view message_report_desk as
  select r.id as report_id,
    case
      when bool_or(m.is_head) then 'operator'
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
