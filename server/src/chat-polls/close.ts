import type { Message } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import { changeMessage, type MessageTarget, updatePoll } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'

/** Ends a poll: what was chosen stays, and can be seen. */
export function closePoll(context: ChatContext, actor: Actor, target: MessageTarget): Promise<Message> {
  return changeMessage(context, actor, target, {
    action: 'closePoll',
    isDone: ({ poll }) => poll !== null && poll.closedAt !== null,
    write: (tx, message, turn) => {
      if (!message.poll) throw new Error('A poll without a question')
      return updatePoll(tx, message.id, turn, { ...message.poll, closedAt: context.clock().toISOString() })
    },
  })
}
