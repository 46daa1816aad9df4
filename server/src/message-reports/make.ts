import type { ChatId, MessageId, MessageReportId, ReportReason } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { ChatContext } from '#chats/index.ts'
import { findVisible, isSaid, underChatLock } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { newId } from '#platform/new-id.ts'
import { listDeciders } from './deciders.store.ts'
import { insertReport } from './store.ts'

type Given = {
  readonly chatId: ChatId
  readonly messageId: MessageId
  readonly reason: ReportReason
  readonly remark: string
}

/** Of what somebody else said, by whoever can see it; kept as it was said, until it is decided. */
export async function makeReport(
  context: ChatContext,
  actor: Actor,
  { chatId, messageId, reason, remark }: Given,
): Promise<Record<string, never>> {
  await underChatLock(context, actor, { chatId, action: 'see' }, async (tx, chat, afterCommit) => {
    const message = await findVisible(tx, chat, messageId)
    const { organizationId } = chat
    const isOwn = message.authorId === actor.accountId
    if (organizationId === null || isOwn || !isSaid(message.kind)) throw new AppError('forbidden')
    if (message.deletedAt) throw new AppError('message-deleted')
    const id = newId<MessageReportId>()
    const said = message.text === '' ? (message.poll?.question ?? '') : message.text
    const report = { id, organizationId, messageId, reporterId: actor.accountId, reason, remark, said }
    if (!(await insertReport(tx, { ...report, now: context.clock() }))) return
    // Without a name: those it is about may read the journal.
    const about = { subjectKind: 'chat', subjectId: chatId }
    await recordAudit(tx, null, { organizationId, action: 'message-report.made', ...about })
    const deciders = await listDeciders(tx, id)
    afterCommit(() => {
      publishStale(context.bus, [actor.accountId, ...deciders], 'message-reports')
    })
  })
  return {}
}
