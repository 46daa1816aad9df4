import { isDeepStrictEqual } from 'node:util'
import {
  type AuditAction,
  type givenIncident,
  type Incident,
  type IncidentId,
  incidentTerms,
  MAX_INCIDENTS,
  type OrganizationId,
} from '@kolosok/contract'
import type { z } from 'zod'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessIncident, accessIncidents } from './access.ts'
import {
  countIncidents,
  findIncident,
  type IncidentRow,
  insertIncident,
  listIncidents,
  lockIncident,
  updateIncident,
  type Written,
} from './store.ts'

const PAGE = 20
const HOUR = 3_600_000

type Asked = { readonly organizationId?: OrganizationId | undefined; readonly before?: IncidentId | undefined }

export async function getIncidents({ db }: Context, actor: Actor, { organizationId, before }: Asked) {
  await accessIncidents(db, actor, organizationId ?? null)
  const rows = await listIncidents(db, organizationId ?? null, { before, limit: PAGE + 1 })
  const incidents = rows.slice(0, PAGE).map(present)
  return { incidents, next: rows.length > PAGE ? (incidents.at(-1)?.id ?? null) : null }
}
const termOf = ({ noticed_at: noticed }: IncidentRow, hours: number) =>
  new Date(noticed.getTime() + hours * HOUR).toISOString()

const present = (row: IncidentRow): Incident => ({
  id: row.id,
  organizationId: row.organization_id,
  noticedAt: row.noticed_at.toISOString(),
  happened: row.happened,
  data: row.data,
  people: row.people,
  cause: row.cause,
  harm: row.harm,
  measures: row.measures,
  contact: row.contact,
  culprits: row.culprits,
  notifiedAt: row.notified_at?.toISOString() ?? null,
  reportedAt: row.reported_at?.toISOString() ?? null,
  result: row.result,
  notifyBy: termOf(row, incidentTerms.notification),
  reportBy: termOf(row, incidentTerms.report),
  closedAt: row.closed_at?.toISOString() ?? null,
  rev: row.rev,
})

type Given = z.output<typeof givenIncident> & { readonly incidentId: IncidentId }

/** Written down, filled in, closed with its result; whoever wrote in between is not written over. */
export async function saveIncident(context: Context, actor: Actor, given: Given): Promise<Incident> {
  const { incidentId: id, organizationId } = given
  return transact(context.db, async (tx) => {
    await lockIncident(tx, id)
    const isThere = (await findIncident(tx, id)) !== undefined
    const before = isThere ? await accessIncident(tx, actor, id) : null
    if (before && before.organization_id !== organizationId) throw new AppError('not-found')
    await accessIncidents(tx, actor, organizationId)
    const now = context.clock()
    refuseFuture(given, now)
    const written = writtenOf(given, before, now)
    if (!before) await insert(tx, written, actor, now)
    else if (!isSame(before, written)) {
      if (before.rev !== given.rev) throw new AppError('incident-changed')
      await updateIncident(tx, written)
    }
    const action = actionOf(before, written)
    if (action) await recordAudit(tx, actor, { organizationId, action, subjectKind: 'incident', subjectId: id })
    return present(await accessIncident(tx, actor, id))
  })
}

async function insert(tx: Tx, written: Written, { accountId }: Actor, now: Date): Promise<void> {
  const isFull = (await countIncidents(tx, written.organization_id)) >= MAX_INCIDENTS
  if (isFull) throw new AppError('too-many-incidents')
  await insertIncident(tx, written, accountId, now)
}

function refuseFuture(given: Given, now: Date): void {
  const late = (['noticedAt', 'notifiedAt', 'reportedAt'] as const).filter(
    (field) => Date.parse(given[field] ?? '') > now.getTime() + 60_000,
  )
  if (late.length > 0) throw invalidFields(Object.fromEntries(late.map((field) => [field, 'future'])))
}

function writtenOf(given: Given, before: IncidentRow | null, now: Date): Written {
  const { incidentId: id, organizationId, noticedAt, notifiedAt, reportedAt, isClosed, rev: _, ...texts } = given
  return {
    ...texts,
    id,
    organization_id: organizationId,
    noticed_at: new Date(noticedAt),
    notified_at: notifiedAt === null ? null : new Date(notifiedAt),
    reported_at: reportedAt === null ? null : new Date(reportedAt),
    closed_at: isClosed ? (before?.closed_at ?? now) : null,
  }
}

const isSame = (before: IncidentRow, written: Written): boolean =>
  Object.entries(written).every(([name, value]) => isDeepStrictEqual(before[name as keyof IncidentRow], value))

function actionOf(before: IncidentRow | null, written: Written): AuditAction | null {
  if (!before) return 'incident.noticed'
  if (isSame(before, written)) return null
  if ((before.closed_at === null) === (written.closed_at === null)) return 'incident.edited'
  return written.closed_at === null ? 'incident.reopened' : 'incident.closed'
}
