import { periodAround, statisticsReportEndpoints, type StatisticsReportId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'

/** The quarter so far is with the head, the school year's report is being written. */
export async function report(
  { clock }: Pick<Context, 'clock'>,
  { organizationId, administrator }: Founded,
): Promise<void> {
  const { compile, submit, edit } = statisticsReportEndpoints
  const today = clock().toISOString().slice(0, 10)
  const compiled = (kind: 'quarter' | 'school-year') =>
    administrator.call(compile, {
      params: { organizationId, statisticsReportId: newId<StatisticsReportId>() },
      body: { kind, firstDay: periodAround(kind, today).firstDay },
    })

  const quarter = await compiled('quarter')
  await administrator.call(submit, {
    params: { statisticsReportId: quarter.id },
    body: {
      rev: quarter.rev,
      word: 'Большинство семей уже на платформе. Тем, кто ещё не вошёл, педагоги раздали листки с QR-кодом.',
    },
  })
  const year = await compiled('school-year')
  await administrator.call(edit, {
    params: { statisticsReportId: year.id },
    body: { rev: year.rev, word: 'Дополню в мае: итоги по кружкам.' },
  })
}
