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
  // Receivers and answers are counted apart, each by its key: looking for the answer of each of thousands takes long.
  sql: `
    with counted as (
      select asked.here, answers.given - gone.given as answered
      from notice n
      cross join lateral (
        select count(*) filter (where left_at is null) as here from notice_receiver where notice_id = n.id) asked
      cross join lateral (
        select count(*) as given from notice_answer where notice_id = n.id and version = n.version) answers
      cross join lateral (
        select count(*) as given from notice_receiver r
        join notice_answer a on a.notice_id = r.notice_id and a.version = n.version and a.unit_id = r.unit_id
        where r.notice_id = n.id and r.left_at is not null) gone
      where n.organization_id = $1 and n.sent_at >= $2 and n.sent_at < $3
        and (n.withdrawn_at is null or n.withdrawn_at >= $3)
    )
    select count(*)::int as notices, coalesce(sum(here), 0)::int as receivers,
      coalesce(sum(answered), 0)::int as answered,
      round(100.0 * sum(answered) / nullif(sum(here), 0))::int as share
    from counted`,
})
