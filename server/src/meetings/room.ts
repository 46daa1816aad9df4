import type { ChatId, MeetingId } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import { followRule } from '#members/index.ts'
import type { Actor } from '#platform/actor.ts'
import { transact } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { accessMeeting } from './access.ts'
import { lockMeeting } from './store.ts'
import { insertRoom } from './write.store.ts'

/** The chat it is held in, and its call: there from when somebody first comes in, with everybody who is invited. */
export async function enterMeeting(
  context: ChatContext,
  actor: Actor,
  meetingId: MeetingId,
): Promise<{ chatId: ChatId }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockMeeting(tx, meetingId)
    const meeting = await accessMeeting(tx, actor, meetingId, 'enter', context.clock())
    const chatId = meeting.chatId ?? newId<ChatId>()
    if (!meeting.chatId) await insertRoom(tx, meeting, chatId)
    // Also where it is there already: whoever came into an invited chat meanwhile is invited, too.
    const { organizationId } = meeting
    await followRule(context, tx, actor, { organizationId, chatId }, afterCommit)
    return { chatId }
  })
}
