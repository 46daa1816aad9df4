import { defineFigures } from '../figures/figure-set.ts'

export const groupEvents = defineFigures({
  code: 'group-events',
  title: 'Встречи и трансляции для группы',
  figures: {
    meetings: {
      title: 'Встречи',
      definition:
        'Встречи из календаря, назначенные этой группе, одной или с другими: начались за период и закончились. Отменённые не в счёт.',
      unit: 'count',
    },
    broadcasts: {
      title: 'Трансляции',
      definition: 'Трансляции для этой группы, одной или с другими, начатые за период и законченные.',
      unit: 'count',
    },
    minutes: {
      title: 'Трансляции длились',
      definition: 'От начала до конца каждой из этих трансляций, вместе.',
      unit: 'minutes',
    },
  },
  // By the organization's own in the period, of which there are few; the group is looked for among them.
  sql: `
    with mine as (
      select id, organization_id from "group" where id = $1
    ), shown as (
      select b.ended_at - b.started_at as lasted
      from mine
      join broadcast b on b.organization_id = mine.organization_id and b.state = 'ended'
        and b.started_at >= $2 and b.started_at < $3 and b.ended_at <= $3
      where mine.id = any(b.group_ids)
    )
    select count(*)::int as broadcasts,
      coalesce(round(extract(epoch from sum(lasted)) / 60), 0)::int as minutes,
      (select count(*)::int
        from mine
        join meeting m on m.organization_id = mine.organization_id and m.starts_at >= $2 and m.starts_at < $3
        where m.ends_at <= $3 and (m.cancelled_at is null or m.cancelled_at >= $3) and mine.id = any(m.group_ids)
      ) as meetings
    from shown`,
})
