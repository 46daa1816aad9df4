import { defineFigures } from './figure-set.ts'

export const calls = defineFigures({
  code: 'calls',
  title: 'Звонки в чатах групп и педагогов',
  figures: {
    calls: {
      title: 'Сколько прошло',
      definition:
        'Законченные звонки в общих чатах, начатые за период, где были хотя бы двое. Личные звонки не в счёт.',
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
  // By the chats of the organization, and in each by time: no call of others is looked at.
  sql: `
    with held as (
      select c.id, c.ended_at - c.started_at as lasted, was.account_ids
      from chat
      cross join lateral (
        select id, started_at, ended_at from call
        where chat_id = chat.id and started_at >= $2 and started_at < $3 and ended_at <= $3 offset 0) c
      cross join lateral (
        select array_agg(distinct account_id) as account_ids from call_visit where call_id = c.id) was
      where chat.organization_id = $1 and chat.kind = 'group' and cardinality(was.account_ids) > 1
    )
    select count(*)::int as calls,
      coalesce(round(extract(epoch from sum(lasted)) / 60), 0)::int as minutes,
      (select count(distinct account_id)::int from held cross join unnest(account_ids) account_id) as participants
    from held`,
})
