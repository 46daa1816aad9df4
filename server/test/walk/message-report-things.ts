import type { ChatId, MessageId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** Of the parent's message, by the teacher. */
export async function seedMessageReport(
  { db }: World,
  { teacher }: Record<'teacher', Pick<Awaited<ReturnType<World['person']>>, 'request'>>,
  { chatId, messageId }: { chatId: ChatId; messageId: MessageId },
) {
  const url = `/api/chats/${chatId}/messages/${messageId}/report`
  await teacher.request({ method: 'PUT', url, payload: { reason: 'insult' } })
  const reports = db.selectFrom('message_report').where('message_id', '=', messageId)
  return (await reports.select('id').executeTakeFirstOrThrow()).id
}
