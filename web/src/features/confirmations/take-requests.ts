import { type Confirmation, confirmationEndpoints, type QueueSort } from '@kolosok/contract'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import type { Sheet } from '#ui/sheet.ts'
import type { Side } from './queries.ts'
import { phoneOf } from './request-columns.tsx'
import { t } from './texts.ts'

/** All that are meant, not only those on screen; the server writes down that they were taken. */
export async function collectRequests(
  { id, shortName, name }: Pick<OwnOrganization, 'id' | 'shortName' | 'name'>,
  body: { readonly state: Side; readonly sort: QueueSort },
): Promise<Sheet> {
  const { confirmations, isCut } = await call(confirmationEndpoints.export, { params: { organizationId: id }, body })
  return {
    title: t('title'),
    owner: name,
    file: t('file', { name: shortName, date: new Date().toISOString().slice(0, 10) }),
    heads: [
      { title: t('column.who'), width: 34 },
      { title: t('column.position'), width: 26 },
      { title: t('column.phone'), width: 20 },
      { title: t('check'), width: 44 },
      { title: t('column.when'), width: 22 },
      { title: t('column.acts'), width: 40 },
    ],
    rows: confirmations.map((request) => [
      request.fullName,
      request.position,
      phoneOf(request),
      [request.howToCheck, request.word].filter((part) => part !== '').join('. '),
      formatMoment(request.requestedAt),
      decisionOf(request),
    ]),
    isCut,
  }
}

function decisionOf({ state, decidedAt, decidedBy, reason }: Confirmation): string {
  if (state === 'requested') return ''
  const said = decidedAt === null ? '' : t('decided', { by: decidedBy ?? '', date: formatMoment(decidedAt) })
  return [t(`state.${state}`), said, reason].filter((part) => part !== '').join('. ')
}
