import { defineFigures } from './figure-set.ts'

export const people = defineFigures({
  code: 'people',
  title: 'Люди',
  figures: {
    staff: {
      title: 'Сотрудники',
      definition:
        'Люди с ролью администрации или педагога на конец периода. Кто занимает две должности, считается один раз.',
      unit: 'count',
    },
    confirmed: {
      title: 'из них подтверждённые',
      definition: 'Сотрудники, чей статус на конец периода подтверждён.',
      unit: 'count',
    },
    guardians: {
      title: 'Родители',
      definition: 'Люди с ролью родителя на конец периода. Кто и работает здесь, и родитель, есть в обеих строках.',
      unit: 'count',
    },
    students: {
      title: 'Обучающиеся с учётной записью',
      definition: 'Люди с ролью обучающегося на конец периода. В детском саду их нет.',
      unit: 'count',
    },
    newcomers: {
      title: 'Пришли за период',
      definition: 'Люди, чьё первое участие в организации началось в этот период.',
      unit: 'count',
    },
  },
  sql: `
    with known as (
      select account_id, role, created_at, confirmed_at
      from membership
      where organization_id = $1 and (ended_at is null or ended_at >= $3) and created_at < $3
    )
    select
      count(distinct account_id) filter (where role in ('management', 'teacher'))::int as staff,
      count(distinct account_id)
        filter (where role in ('management', 'teacher') and confirmed_at < $3)::int as confirmed,
      count(distinct account_id) filter (where role = 'parent')::int as guardians,
      count(distinct account_id) filter (where role = 'student')::int as students,
      (select count(*)::int from (
        select account_id from membership where organization_id = $1
        group by account_id having min(created_at) >= $2 and min(created_at) < $3) came) as newcomers
    from known`,
})
