import type { MessageReport, MessageReportId, ReportVerdict } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import { transact } from '#platform/db.ts'
import { accessMessageReport } from './access.ts'
import { listDeciders } from './deciders.store.ts'
import { aboutPlace } from './journal.ts'
import { getReport } from './read.ts'
import { updateDecided } from './store.ts'
import { type ReportContext, subjects } from './subjects.ts'

type Decision = {
  readonly messageReportId: MessageReportId
  readonly verdict: ReportVerdict
  readonly word: string
}

/** About what was said: all who reported it are told. Of two who decide at once, the second is told so. */
export async function decideReport(
  context: ReportContext,
  actor: Actor,
  { messageReportId: id, verdict, word }: Decision,
): Promise<MessageReport> {
  const { db, bus, clock } = context
  await transact(db, async (tx, afterCommit) => {
    const seen = await accessMessageReport(tx, actor, id, 'see')
    if (seen.verdict === verdict && seen.decidedBy === actor.accountId && seen.word === word) return
    const subject = subjects[seen.placeKind]
    await subject.lock(tx, seen)
    const report = await accessMessageReport(tx, actor, id, 'decide')
    const { subjectId, organizationId } = report
    const deciders = await listDeciders(tx, id)
    if (verdict === 'deleted') await subject.remove(context, tx, report, afterCommit)
    const reporters = await updateDecided(tx, { subjectId, verdict, word, decidedBy: actor.accountId, now: clock() })
    const action = `message-report.${verdict}` as const
    await recordAudit(tx, actor, { organizationId, action, ...aboutPlace(report) })
    afterCommit(() => {
      publishStale(bus, [...new Set([...reporters, ...deciders])], 'message-reports')
    })
  })
  return getReport(context, actor, { messageReportId: id })
}
