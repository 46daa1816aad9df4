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
  // From the children on, by the key of guardianship: from the memberships on it would be looked through for each of them.
  sql: `
    with invited as (
      select distinct child_id from invitation
      where organization_id = $1 and child_id is not null and created_at < $3
        and (revoked_at is null or revoked_at >= $3)
    ), known as (
      select invited.child_id is not null as is_invited,
        exists (
          select from (
            select membership_id from guardianship
            where child_id = child.id and from_at < $3 and (until_at is null or until_at >= $3) offset 0) gs
          join membership m on m.id = gs.membership_id
          where m.organization_id = $1 and m.role = 'parent' and m.created_at < $3
            and (m.ended_at is null or m.ended_at >= $3)
          offset 0) as is_joined
      from child
      left join invited on invited.child_id = child.id
      where child.organization_id = $1 and child.created_at < $3 and (child.left_at is null or child.left_at >= $3)
    )
    select count(*)::int as children, count(*) filter (where is_joined)::int as joined,
      count(*) filter (where not is_joined and is_invited)::int as unclaimed,
      count(*) filter (where not is_joined and not is_invited)::int as uninvited,
      round(100.0 * count(*) filter (where is_joined) / nullif(count(*), 0))::int as share
    from known`,
})
