import { defineFigures } from '../figures/figure-set.ts'

export const groupCalls = defineFigures({
  code: 'group-calls',
  title: 'Звонки в чате группы',
  figures: {
    calls: {
      title: 'Сколько прошло',
      definition: 'Законченные звонки в чате группы, начатые за период, где были хотя бы двое.',
      unit: 'count',
    },
    minutes: {
      title: 'Сколько длились',
      definition: 'От начала до конца каждого из этих звонков, вместе.',
      unit: 'minutes',
    },
    participants: {
      title: 'Сколько людей в них было',
      definition: 'Разные люди, которые были хотя бы на одном из этих звонков.',
      unit: 'count',
    },
  },
  sql: `
    with held as (
      select c.ended_at - c.started_at as lasted, was.account_ids
      from chat
      join call c on c.chat_id = chat.id and c.started_at >= $2 and c.started_at < $3 and c.ended_at <= $3
      cross join lateral (
        select array_agg(distinct account_id) as account_ids from call_visit where call_id = c.id) was
      where chat.bound_group_id = $1 and cardinality(was.account_ids) > 1
    )
    select count(*)::int as calls,
      coalesce(round(extract(epoch from sum(lasted)) / 60), 0)::int as minutes,
      (select count(distinct account_id)::int from held cross join unnest(account_ids) account_id) as participants
    from held`,
})
