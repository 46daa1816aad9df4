import {
  type AuditAction,
  type OrganizationId,
  type PeriodKind,
  periodOf,
  type StatisticsReport,
  type StatisticsReportId,
} from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessOrganization, lockOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessReport, type ClearedReport } from './access.ts'
import { findToday } from './count.store.ts'
import type { ReportAction } from './policy.ts'
import { countNow, getReport } from './read-reports.ts'
import {
  deleteReport,
  findReport,
  insertReport,
  listReaders,
  lockReport,
  updateDecided,
  updateSubmitted,
  updateWord,
} from './store.ts'

type One = { readonly statisticsReportId: StatisticsReportId }
type Read = One & { readonly rev: number }
type Period = { readonly organizationId: OrganizationId; readonly kind: PeriodKind; readonly firstDay: string }

/** A draft for a period that has begun; its figures are counted until it is submitted. */
export async function compileReport(
  context: Context,
  actor: Actor,
  { statisticsReportId: id, organizationId, kind, firstDay }: One & Period,
): Promise<StatisticsReport> {
  await transact(context.db, async (tx, afterCommit) => {
    await accessOrganization(tx, actor, organizationId, 'compileReports')
    const now = context.clock()
    const period = periodOf(kind, firstDay)
    if (!period) throw invalidFields({ firstDay: 'not-a-period' })
    if (firstDay > (await findToday(tx, organizationId, now))) throw invalidFields({ firstDay: 'not-begun' })
    const made = await insertReport(tx, { ...period, id, organizationId, compiledBy: actor.accountId, now })
    if (!made) {
      const known = await findReport(tx, id, actor.accountId)
      const isThis = known?.organizationId === organizationId && known.kind === kind && known.firstDay === firstDay
      if (!isThis) throw new AppError('statistics-report-exists')
      return
    }
    await tell(context, tx, actor, { id, organizationId }, 'statistics-report.compiled', afterCommit)
  })
  return getReport(context, actor, { statisticsReportId: id })
}

export async function editReport(
  context: Context,
  actor: Actor,
  { word, ...read }: Read & { readonly word: string },
): Promise<StatisticsReport> {
  const { rev, ...one } = read
  await underReport(context, actor, one, 'edit', async (tx, report) => {
    // Said again, it is said already: a retry has read what was before its first try.
    if (report.word === word) return null
    if (rev !== report.rev) throw new AppError('statistics-report-changed')
    await updateWord(tx, report.id, word)
    return null
  })
  return getReport(context, actor, read)
}

/** To the head; what was counted at this moment is what is kept. */
export async function submitReport(
  context: Context,
  actor: Actor,
  { word, ...read }: Read & { readonly word: string },
): Promise<StatisticsReport> {
  const isDone = (report: ClearedReport) =>
    report.state === 'submitted' && report.submitterId === actor.accountId && report.word === word
  await underReport(
    context,
    actor,
    read,
    'edit',
    async (tx, report) => {
      await lockOrganization(tx, report.organizationId)
      const now = context.clock()
      const { sections } = await countNow(tx, report, now)
      await updateSubmitted(tx, report.id, { word, sections, submittedBy: actor.accountId, now })
      return 'statistics-report.submitted'
    },
    isDone,
  )
  return getReport(context, actor, read)
}

type Decision = Read & { readonly verdict: 'acknowledged' | 'returned'; readonly word: string }

export async function decideReport(
  context: Context,
  actor: Actor,
  { verdict, word, ...read }: Decision,
): Promise<StatisticsReport> {
  const isDone = ({ state, deciderId, answer }: ClearedReport) =>
    state === verdict && deciderId === actor.accountId && answer === word
  await underReport(
    context,
    actor,
    read,
    'decide',
    async (tx, report) => {
      const now = context.clock()
      await updateDecided(tx, report.id, { verdict, answer: word, decidedBy: actor.accountId, now })
      return `statistics-report.${verdict}`
    },
    isDone,
  )
  return getReport(context, actor, read)
}

export async function removeReport(context: Context, actor: Actor, one: One): Promise<Record<string, never>> {
  await underReport(context, actor, one, 'remove', async (tx, { id }) => {
    await deleteReport(tx, id)
    return 'statistics-report.removed'
  })
  return {}
}

type Step = (tx: Tx, report: ClearedReport) => Promise<AuditAction | null>

/** One step of one report: locked, cleared, the one that was read, and then taken; a retry changes nothing. */
async function underReport(
  context: Context,
  actor: Actor,
  { statisticsReportId: id, rev }: One & { readonly rev?: number },
  action: ReportAction,
  step: Step,
  isDone: (report: ClearedReport) => boolean = () => false,
): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockReport(tx, id)
    if (isDone(await accessReport(tx, actor, id, 'see'))) return
    const report = await accessReport(tx, actor, id, action)
    if (rev !== undefined && rev !== report.rev) throw new AppError('statistics-report-changed')
    const done = await step(tx, report)
    if (done) await tell(context, tx, actor, report, done, afterCommit)
  })
}

type Named = Pick<ClearedReport, 'id' | 'organizationId'>

async function tell(
  { bus }: Context,
  tx: Tx,
  actor: Actor,
  { id, organizationId }: Named,
  action: AuditAction,
  afterCommit: AfterCommit,
): Promise<void> {
  await recordAudit(tx, actor, { organizationId, action, subjectKind: 'statistics-report', subjectId: id })
  const readers = await listReaders(tx, organizationId)
  afterCommit(() => {
    publishStale(bus, readers, 'statistics-reports')
  })
}
