import { defineFigures } from './figure-set.ts'

export const meetings = defineFigures({
  code: 'meetings',
  title: 'Встречи из календаря',
  figures: {
    meetings: {
      title: 'Сколько прошло',
      definition: 'Встречи, которые начались за период и к его концу закончились. Отменённые не в счёт.',
      unit: 'count',
    },
    remote: {
      title: 'из них с видеосвязью',
      definition: 'Встречи онлайн и смешанные. Звонки на них посчитаны и среди звонков в общих чатах.',
      unit: 'count',
    },
    cancelled: {
      title: 'Отменены',
      definition: 'Встречи, назначенные на этот период и отменённые до его конца.',
      unit: 'count',
    },
  },
  sql: `
    with planned as (
      select kind, ends_at, coalesce(cancelled_at < $3, false) as is_cancelled
      from meeting
      where organization_id = $1 and starts_at >= $2 and starts_at < $3
    )
    select count(*) filter (where not is_cancelled and ends_at <= $3)::int as meetings,
      count(*) filter (where not is_cancelled and ends_at <= $3 and kind <> 'in-person')::int as remote,
      count(*) filter (where is_cancelled)::int as cancelled
    from planned`,
})
