import { defineFigures } from '../figures/figure-set.ts'

export const groupFamilies = defineFigures({
  code: 'group-families',
  title: 'Семьи группы',
  figures: {
    children: {
      title: 'Дети',
      definition: 'Дети, которые на конец периода числятся в этой группе.',
      unit: 'count',
    },
    joined: {
      title: 'Семья на платформе',
      definition: 'Дети группы, у которых на конец периода есть хотя бы один родитель с учётной записью здесь.',
      unit: 'count',
    },
    unclaimed: {
      title: 'Приглашены, но никто не вошёл',
      definition:
        'Дети группы без родителя на платформе, для которых было выдано приглашение. Отозванные приглашения не в счёт.',
      unit: 'count',
    },
    uninvited: {
      title: 'Ещё не приглашены',
      definition: 'Дети группы без родителя на платформе и без приглашения.',
      unit: 'count',
    },
  },
  sql: `
    with known as (
      select
        exists (
          select from guardianship g join membership m on m.id = g.membership_id
          where g.child_id = here.child_id and g.from_at < $3 and (g.until_at is null or g.until_at >= $3)
            and m.role = 'parent' and m.created_at < $3 and (m.ended_at is null or m.ended_at >= $3)) as is_joined,
        exists (
          select from invitation i
          where i.child_id = here.child_id and i.created_at < $3
            and (i.revoked_at is null or i.revoked_at >= $3)) as is_invited
      from (
        select distinct child_id from group_child
        where group_id = $1 and from_at < $3 and (until_at is null or until_at >= $3)) here
    )
    select count(*)::int as children, count(*) filter (where is_joined)::int as joined,
      count(*) filter (where not is_joined and is_invited)::int as unclaimed,
      count(*) filter (where not is_joined and not is_invited)::int as uninvited
    from known`,
})
