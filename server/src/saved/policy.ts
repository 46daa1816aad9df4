import type { Chat, Message, ProblemCode } from '@kolosok/contract'

export type OriginalFacts = {
  readonly chatKind: Chat['kind']
  readonly kind: Message['kind']
  readonly isDeleted: boolean
}

export type SavedVerdict = 'allow' | Extract<ProblemCode, 'forbidden' | 'message-deleted'>

const isWorthKeeping: Record<Message['kind'], boolean> = {
  'text': true,
  'poll': true,
  'call': false,
  'member-entered': false,
  'members-joined': false,
  'members-left': false,
  'chat-renamed': false,
  'chat-changed': false,
  'saved': false,
}

/** Asked about what the actor sees: what somebody said, in another chat than the one it goes to. */
export const savedPolicy = {
  save({ chatKind, kind, isDeleted }: OriginalFacts): SavedVerdict {
    if (chatKind === 'saved' || !isWorthKeeping[kind]) return 'forbidden'
    return isDeleted ? 'message-deleted' : 'allow'
  },
} as const
