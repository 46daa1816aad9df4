import { defineFigures } from './figure-set.ts'

export const broadcasts = defineFigures({
  code: 'broadcasts',
  title: 'Трансляции',
  figures: {
    broadcasts: {
      title: 'Сколько прошло',
      definition: 'Трансляции, начатые за период и к его концу законченные.',
      unit: 'count',
    },
    minutes: {
      title: 'Сколько длились',
      definition: 'От начала до конца каждой из этих трансляций, вместе.',
      unit: 'minutes',
    },
    viewers: {
      title: 'Сколько людей смотрели',
      definition:
        'Разные люди, которые смотрели хотя бы одну из этих трансляций. Кто вёл её или был на сцене, не в счёт.',
      unit: 'count',
    },
  },
  sql: `
    with held as (
      select id, ended_at - started_at as lasted
      from broadcast
      where organization_id = $1 and state = 'ended' and started_at >= $2 and started_at < $3 and ended_at <= $3
    )
    select count(*)::int as broadcasts,
      coalesce(round(extract(epoch from sum(lasted)) / 60), 0)::int as minutes,
      (select count(distinct v.account_id)::int
        from held
        join broadcast_visit v on v.broadcast_id = held.id
        left join broadcast_person p on p.broadcast_id = v.broadcast_id and p.account_id = v.account_id
        where p.spoke_at is null) as viewers
    from held`,
})
