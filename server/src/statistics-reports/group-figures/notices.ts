import { defineFigures } from '../figures/figure-set.ts'

export const groupNotices = defineFigures({
  code: 'group-notices',
  title: 'Объявления семьям группы',
  figures: {
    notices: {
      title: 'Пришло объявлений',
      definition: 'Объявления за период, которые получила хотя бы одна семья группы. Отозванные не в счёт.',
      unit: 'count',
    },
    receivers: {
      title: 'Получателей',
      definition: 'Родители детей группы, а где отвечают за ребёнка, сами дети: каждый в каждом объявлении.',
      unit: 'count',
    },
    answered: {
      title: 'Прочитали или ответили',
      definition: 'Те из них, от кого есть ответ на последний текст объявления; ответы на бумаге тоже.',
      unit: 'count',
    },
    share: {
      title: 'Доля прочитавших',
      definition: 'Прочитавшие или ответившие от всех получателей группы.',
      unit: 'percent',
    },
  },
  // From the families on: each notice is looked up for some dozens of them, never read through.
  sql: `
    with here as (
      select distinct child_id from group_child
      where group_id = $1 and from_at < $3 and (until_at is null or until_at >= $3)
    ), units as (
      select child_id as unit_id from here
      union
      select m.account_id
      from here
      join guardianship g on g.child_id = here.child_id and g.from_at < $3 and (g.until_at is null or g.until_at >= $3)
      join membership m on m.id = g.membership_id
    ), asked as (
      select n.id as notice_id, a.unit_id is not null as is_answered
      from "group" of
      join notice n on n.organization_id = of.organization_id and n.audience <> 'staff' and n.sent_at >= $2 and n.sent_at < $3
        and (n.withdrawn_at is null or n.withdrawn_at >= $3)
      cross join units
      join notice_receiver r on r.notice_id = n.id and r.unit_id = units.unit_id and r.left_at is null
      left join notice_answer a on a.notice_id = n.id and a.version = n.version and a.unit_id = r.unit_id
      where of.id = $1
    )
    select count(distinct notice_id)::int as notices, count(*)::int as receivers,
      count(*) filter (where is_answered)::int as answered,
      round(100.0 * count(*) filter (where is_answered) / nullif(count(*), 0))::int as share
    from asked`,
})
