import { defineFigures } from './figure-set.ts'

export const notices = defineFigures({
  code: 'notices',
  title: 'Объявления',
  figures: {
    notices: {
      title: 'Отправлено объявлений',
      definition: 'Объявления, отправленные за период и не отозванные.',
      unit: 'count',
    },
    receivers: {
      title: 'Получателей',
      definition: 'Получатели этих объявлений: люди или, где отвечают за ребёнка, дети. Кто уже ушёл, не в счёт.',
      unit: 'count',
    },
    answered: {
      title: 'Прочитали или ответили',
      definition: 'Получатели, от которых есть ответ на последний текст объявления; ответы на бумаге тоже.',
      unit: 'count',
    },
    share: {
      title: 'Доля прочитавших',
      definition: 'Прочитавшие или ответившие от всех получателей.',
      unit: 'percent',
    },
  },
  sql: `
    with sent as (
      select id, version from notice
      where organization_id = $1 and sent_at >= $2 and sent_at < $3 and (withdrawn_at is null or withdrawn_at >= $3)
    ), asked as (
      select a.unit_id is not null as has_answered
      from sent
      join notice_receiver r on r.notice_id = sent.id and r.left_at is null
      left join notice_answer a on a.notice_id = sent.id and a.version = sent.version and a.unit_id = r.unit_id
    )
    select (select count(*)::int from sent) as notices, count(*)::int as receivers,
      count(*) filter (where has_answered)::int as answered,
      round(100.0 * count(*) filter (where has_answered) / nullif(count(*), 0))::int as share
    from asked`,
})
