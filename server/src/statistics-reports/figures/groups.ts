import { defineFigures } from './figure-set.ts'

export const groups = defineFigures({
  code: 'groups',
  title: 'Группы и чаты',
  figures: {
    groups: {
      title: 'Группы',
      definition: 'Группы, классы и кружки вне архива на конец периода. «Педагоги» не в счёт.',
      unit: 'count',
    },
    withChat: {
      title: 'из них с чатом',
      definition: 'Группы, у которых есть свой чат: участники в нём меняются вместе с группой.',
      unit: 'count',
    },
    chats: {
      title: 'Чаты организации',
      definition:
        'Чаты, где больше двух участников по устройству: группы, чаты по правилу и собранные людьми. Те, что появились до конца периода; без архива и без личных.',
      unit: 'count',
    },
  },
  sql: `
    select count(*)::int as groups,
      count(*) filter (where exists (select from chat where chat.bound_group_id = g.id))::int as "withChat",
      (select count(*)::int from chat
        where organization_id = $1 and kind = 'group' and created_at < $3 and archived_at is null
          and state = 'open') as chats
    from "group" g
    where g.organization_id = $1 and g.kind <> 'staff' and g.created_at < $3
      and (g.archived_at is null or g.archived_at >= $3)`,
})
