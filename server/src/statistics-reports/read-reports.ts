import type {
  FigureSection,
  OrganizationId,
  StatisticsReport,
  StatisticsReportHeader,
  StatisticsReportId,
} from '@kolosok/contract'
import { accessOrganization, isOffered, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { accessReport, type ClearedReport } from './access.ts'
import { countFigures, findSpan } from './count.store.ts'
import { figureSets } from './figures/all.ts'
import { reportPolicy } from './policy.ts'
import { type HeaderRow, listReports, type ReportRow } from './store.ts'

type Reading = Pick<Context, 'db' | 'clock'>
const PAGE_SIZE = 50

export async function getReports(
  { db }: Reading,
  actor: Actor,
  { organizationId, before }: { organizationId: OrganizationId; before?: StatisticsReportId | undefined },
): Promise<{ reports: StatisticsReportHeader[]; next: StatisticsReportId | null }> {
  const organization = await accessOrganization(db, actor, organizationId, 'seeStatistics')
  const withDrafts = organizationPolicy.compileReports(organization) === 'allow'
  const rows = await listReports(db, { organizationId, withDrafts, before, limit: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  return { reports: page.map(presentHeader), next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null }
}

export async function getReport(
  context: Reading,
  actor: Actor,
  { statisticsReportId }: { statisticsReportId: StatisticsReportId },
): Promise<StatisticsReport> {
  const report = await accessReport(context.db, actor, statisticsReportId, 'see')
  return presentReport(report, await figuresOf(context, report))
}

export type CountedReport = { readonly sections: FigureSection[]; readonly countedAt: Date }

/** Whoever may still submit it sees what they would; everybody else what was submitted. */
export async function figuresOf({ db, clock }: Reading, report: ClearedReport): Promise<CountedReport> {
  const { sections, countedAt } = report
  const isOpen = isOffered(reportPolicy.edit(report), report)
  if (!isOpen && sections && countedAt) return { sections, countedAt }
  return countNow(db, report, clock())
}

/** Of as much of the period as is over. */
export async function countNow(
  db: Db,
  { organizationId, firstDay, lastDay }: Pick<ReportRow, 'organizationId' | 'firstDay' | 'lastDay'>,
  countedAt: Date,
): Promise<CountedReport> {
  const { from, until } = await findSpan(db, organizationId, { firstDay, lastDay })
  const span = { from, until: countedAt < until ? countedAt : until }
  return { sections: await countFigures(db, figureSets, organizationId, span), countedAt }
}

function presentHeader(row: HeaderRow): StatisticsReportHeader {
  const { id, number, kind, firstDay, lastDay, state, rev, submittedAt, decidedAt } = row
  return {
    id,
    number,
    period: { kind, firstDay, lastDay },
    state,
    rev,
    submittedAt: submittedAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}

function presentReport(report: ClearedReport, { sections, countedAt }: CountedReport): StatisticsReport {
  const { organizationId, word, answer, compiledBy, submittedBy, decidedBy } = report
  return {
    ...presentHeader(report),
    organizationId,
    word,
    answer,
    compiledBy,
    submittedBy,
    decidedBy,
    countedAt: countedAt.toISOString(),
    sections,
    abilities: {
      edit: reportPolicy.edit(report) === 'allow',
      decide: isOffered(reportPolicy.decide(report), report),
      remove: isOffered(reportPolicy.remove(report), report),
    },
  }
}
