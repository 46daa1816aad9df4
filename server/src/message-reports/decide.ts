import type { MessageReport, MessageReportId, ReportVerdict } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { type ChatContext, lockChat } from '#chats/index.ts'
import { removeMessage } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import { transact } from '#platform/db.ts'
import { accessMessageReport } from './access.ts'
import { listDeciders } from './deciders.store.ts'
import { getReport } from './read.ts'
import { updateDecided } from './store.ts'

type Decision = {
  readonly messageReportId: MessageReportId
  readonly verdict: ReportVerdict
  readonly word: string
}

/** About the message: all who reported it are told. Of two who decide at once, the second is told so. */
export async function decideReport(
  context: ChatContext,
  actor: Actor,
  { messageReportId: id, verdict, word }: Decision,
): Promise<MessageReport> {
  const { db, bus, clock } = context
  await transact(db, async (tx, afterCommit) => {
    const { chatId, verdict: decided, decidedBy, ...seen } = await accessMessageReport(tx, actor, id, 'see')
    if (decided === verdict && decidedBy === actor.accountId && seen.word === word) return
    // The chat's lock is every decision's about it, too.
    await lockChat(tx, chatId)
    const { messageId, organizationId } = await accessMessageReport(tx, actor, id, 'decide')
    const deciders = await listDeciders(tx, id)
    if (verdict === 'deleted') await removeMessage(context, tx, { chatId, messageId }, afterCommit)
    const reporters = await updateDecided(tx, { messageId, verdict, word, decidedBy: actor.accountId, now: clock() })
    const about = { subjectKind: 'chat', subjectId: chatId }
    await recordAudit(tx, actor, { organizationId, action: `message-report.${verdict}`, ...about })
    afterCommit(() => {
      publishStale(bus, [...new Set([...reporters, ...deciders])], 'message-reports')
    })
  })
  return getReport(context, actor, { messageReportId: id })
}
