import { type JoinRequest, joinRequestEndpoints, type QueueSort } from '@kolosok/contract'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import type { Sheet } from '#ui/sheet.ts'
import type { Side } from './queries.ts'
import { partsOf, phoneOf } from './request-columns.tsx'
import { t } from './texts.ts'

/** All that are meant, not only those on screen; the server writes down that they were taken. */
export async function collectRequests(
  { id, shortName, name }: Pick<OwnOrganization, 'id' | 'shortName' | 'name'>,
  body: { readonly state: Side; readonly sort: QueueSort },
): Promise<Sheet> {
  const { requests, isCut } = await call(joinRequestEndpoints.export, { params: { organizationId: id }, body })
  return {
    title: t('queue.title'),
    owner: name,
    file: t('file', { name: shortName, date: new Date().toISOString().slice(0, 10) }),
    heads: [
      { title: t('column.who'), width: 34 },
      { title: t('column.phone'), width: 20 },
      { title: t('column.what'), width: 44 },
      { title: t('column.word'), width: 40 },
      { title: t('column.state'), width: 22 },
      { title: t('column.acts'), width: 40 },
    ],
    rows: requests.map((request) => [
      `${request.fullName}, ${t(`role.${request.role}`)}`,
      phoneOf(request),
      partsOf(request),
      request.word,
      formatMoment(request.requestedAt),
      decisionOf(request),
    ]),
    isCut,
  }
}

function decisionOf({ state, decidedAt, decidedBy, reason }: JoinRequest): string {
  if (state === 'requested') return ''
  const said = decidedAt === null ? '' : t('decided', { by: decidedBy ?? '', date: formatMoment(decidedAt) })
  return [t(`state.${state}`), said, reason].filter((part) => part !== '').join('. ')
}
