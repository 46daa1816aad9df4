import { defineFigures } from './figure-set.ts'

export const help = defineFigures({
  code: 'help',
  title: 'Обращения и заявки',
  figures: {
    tickets: {
      title: 'Обращения к администратору',
      definition: 'Обращения, пришедшие администраторам организации за период.',
      unit: 'count',
    },
    solved: {
      title: 'из них решены',
      definition: 'Те из этих обращений, что решены к концу периода.',
      unit: 'count',
    },
    requests: {
      title: 'Заявки на вступление',
      definition: 'Заявки без приглашения, поданные за период.',
      unit: 'count',
    },
    waiting: {
      title: 'Заявки ждут решения',
      definition: 'Заявки на вступление, по которым на конец периода ещё нет решения.',
      unit: 'count',
    },
  },
  sql: `
    select count(*) filter (where organization_at >= $2)::int as tickets,
      count(*) filter (where organization_at >= $2 and solved_at < $3)::int as solved,
      (select count(*)::int from join_request
        where organization_id = $1 and requested_at >= $2 and requested_at < $3) as requests,
      (select count(*)::int from join_request
        where organization_id = $1 and requested_at < $3
          and (state = 'requested' or decided_at >= $3)) as waiting
    from ticket
    where organization_id = $1 and organization_at < $3`,
})
