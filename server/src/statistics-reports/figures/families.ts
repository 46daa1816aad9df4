import { defineFigures } from './figure-set.ts'

export const families = defineFigures({
  code: 'families',
  title: 'Семьи',
  figures: {
    children: {
      title: 'Дети',
      definition: 'Дети, которые на конец периода числятся в организации.',
      unit: 'count',
    },
    joined: {
      title: 'Семья на платформе',
      definition: 'Дети, у которых на конец периода есть хотя бы один родитель с учётной записью здесь.',
      unit: 'count',
    },
    unclaimed: {
      title: 'Приглашены, но никто не вошёл',
      definition:
        'Дети без родителя на платформе, для которых было выдано приглашение. Отозванные приглашения не в счёт.',
      unit: 'count',
    },
    uninvited: {
      title: 'Ещё не приглашены',
      definition: 'Дети без родителя на платформе и без приглашения.',
      unit: 'count',
    },
    share: {
      title: 'Доля семей на платформе',
      definition: 'Дети, чья семья на платформе, от всех детей.',
      unit: 'percent',
    },
  },
  // Each part by an index of the organization's own, and put together by `in`, which is looked up in a table of hashes
  // whatever the plan thinks: as joins they take a minute while the database has not counted its tables yet.
  sql: `
    with ties as (
      select child_id, membership_id from guardianship
      where organization_id = $1 and until_at is null and from_at < $3
      union all
      select child_id, membership_id from guardianship
      where organization_id = $1 and until_at is not null and until_at >= $3 and from_at < $3
    ), guarded as (
      select child_id, membership_id in (
        select id from membership
        where organization_id = $1 and role = 'parent' and created_at < $3 and (ended_at is null or ended_at >= $3)
      ) as is_parent
      from ties
    ), known as materialized (
      select id in (select child_id from guarded where is_parent) as is_joined,
        id in (
          select child_id from invitation
          where organization_id = $1 and child_id is not null and created_at < $3
            and (revoked_at is null or revoked_at >= $3)
        ) as is_invited
      from child
      where organization_id = $1 and created_at < $3 and (left_at is null or left_at >= $3)
    )
    select count(*)::int as children, count(*) filter (where is_joined)::int as joined,
      count(*) filter (where not is_joined and is_invited)::int as unclaimed,
      count(*) filter (where not is_joined and not is_invited)::int as uninvited,
      round(100.0 * count(*) filter (where is_joined) / nullif(count(*), 0))::int as share
    from known`,
})
