import {
  type MessageReport,
  type MessageReportHeader,
  type MessageReportId,
  NEIGHBOURS,
  type OrganizationId,
  type OwnMessageReport,
  type ReportedPlace,
  type ShownMessage,
} from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessOrganization, isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { accessMessageReport, factsOf } from './access.ts'
import { findBackground, type NeighbourRow } from './around.store.ts'
import { aboutPlace } from './journal.ts'
import { listOwn, type OwnRow, updateSeen } from './own.store.ts'
import { messageReportPolicy } from './policy.ts'
import { listQueue, type ReportRow, updateOpened } from './store.ts'
import { subjects } from './subjects.ts'

const PAGE_SIZE = 50
type Reading = Pick<Context, 'db' | 'clock' | 'bus'>

type Asked = { readonly decided?: '1' | undefined; readonly after?: MessageReportId | undefined }
type Queue = { readonly reports: MessageReportHeader[]; readonly next: MessageReportId | null }

/** Only what this reader decides about; to others of the organization's staff there is nothing in it. */
export async function getQueue(
  { db }: Reading,
  actor: Actor,
  { organizationId, ...asked }: Asked & { readonly organizationId: OrganizationId },
): Promise<Queue> {
  await accessOrganization(db, actor, organizationId, 'seePages')
  return pageOf(db, actor, organizationId, asked)
}

export const getOperatorQueue = ({ db }: Reading, actor: Actor, asked: Asked): Promise<Queue> =>
  pageOf(db, actor, null, asked)

async function pageOf(
  db: Db,
  { accountId, isOperator }: Actor,
  organizationId: OrganizationId | null,
  { decided, after }: Asked,
): Promise<Queue> {
  const limit = PAGE_SIZE + 1
  const asked = { reader: accountId, isOperator, organizationId, after: after ?? null, limit }
  const rows = await listQueue(db, decided === '1', asked)
  const page = rows.slice(0, PAGE_SIZE)
  return { reports: page.map(presentHeader), next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null }
}

/** With its neighbours while it is open. Who looks at it is written down, once each. */
export async function getReport(
  { db }: Reading,
  actor: Actor,
  { messageReportId }: { messageReportId: MessageReportId },
): Promise<MessageReport> {
  const report = await accessMessageReport(db, actor, messageReportId, 'see')
  const header = {
    ...presentHeader(report),
    mayDecide: isOffered(messageReportPolicy.decide(factsOf(report, actor)), report),
  }
  if (report.verdict !== null) return { ...header, remarks: [], said: [], messages: [] }
  await writeDown({ db }, actor, report)
  const [around, background] = await Promise.all([
    subjects[report.placeKind].around(db, report, NEIGHBOURS),
    findBackground(db, report.subjectId),
  ])
  return { ...header, ...background, messages: around.map((row) => presentMessage(row, report)) }
}

async function writeDown({ db }: Pick<Reading, 'db'>, actor: Actor, report: ReportRow): Promise<void> {
  if (report.openedBy.includes(actor.accountId)) return
  const { id, organizationId } = report
  await transact(db, async (tx) => {
    if (!(await updateOpened(tx, id, actor.accountId))) return
    await recordAudit(tx, actor, { organizationId, action: 'message-report.opened', ...aboutPlace(report) })
  })
}

export async function getOwn(
  { db }: Reading,
  { accountId }: Actor,
  { before }: { before?: MessageReportId | undefined },
): Promise<{ reports: OwnMessageReport[]; next: MessageReportId | null }> {
  const rows = await listOwn(db, accountId, { before: before ?? null, limit: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  return { reports: page.map(presentOwn), next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null }
}

export async function setSeen({ db, clock, bus }: Reading, { accountId }: Actor): Promise<Record<string, never>> {
  await transact(db, async (tx, afterCommit) => {
    await updateSeen(tx, accountId, clock())
    afterCommit(() => {
      publishStale(bus, [accountId], 'message-reports')
    })
  })
  return {}
}

type Decided = Pick<ReportRow, 'verdict' | 'word' | 'decidedAt'>
const decisionOf = ({ verdict, word, decidedAt }: Decided) =>
  verdict && decidedAt ? { verdict, word, at: decidedAt.toISOString() } : null

const placeOf = ({ placeKind, placeTitle }: Pick<ReportRow, 'placeKind' | 'placeTitle'>): ReportedPlace => ({
  kind: placeKind,
  title: placeTitle,
})

function presentHeader(report: ReportRow): MessageReportHeader {
  const { id, organizationName, authorName, authorLabel, reason, count, reportedAt } = report
  return {
    id,
    organizationName,
    place: placeOf(report),
    author: { name: authorName, label: authorLabel },
    reason,
    count,
    reportedAt: reportedAt.toISOString(),
    decision: decisionOf(report),
  }
}

const presentMessage = (row: NeighbourRow, { subjectId }: ReportRow): ShownMessage => ({
  id: row.id,
  author: { name: row.name, label: row.label },
  text: row.text,
  attachments: row.attachments,
  sentAt: row.sentAt.toISOString(),
  isDeleted: row.isDeleted,
  isReported: row.id === subjectId,
})

const presentOwn = ({ id, organizationName, reason, reportedAt, seenAt, ...row }: OwnRow): OwnMessageReport => ({
  id,
  organizationName,
  place: placeOf(row),
  reason,
  reportedAt: reportedAt.toISOString(),
  decision: decisionOf(row),
  isSeen: seenAt !== null,
})
