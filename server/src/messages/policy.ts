import type { Message, ProblemCode } from '@kolosok/contract'

export type MessageFacts = {
  readonly kind: Message['kind']
  readonly isOwn: boolean
  readonly isDeleted: boolean
  /** Sent longer ago than its author may take it back. */
  readonly isOld: boolean
  readonly mayModerate: boolean
  /** A poll that takes no more votes. */
  readonly isClosed: boolean
}

export type MessageVerdict =
  | 'allow'
  | Extract<ProblemCode, 'forbidden' | 'message-deleted' | 'edit-window-over' | 'poll-closed'>

const saidKinds: Record<Message['kind'], boolean> = {
  'text': true,
  'poll': true,
  'call': false,
  'member-entered': false,
  'members-joined': false,
  'members-left': false,
  'chat-renamed': false,
  'chat-changed': false,
  'saved': true,
}

/** By somebody, rather than by the product. */
export const isSaid = (kind: Message['kind']): boolean => saidKinds[kind]

/** Asked after the chat's own policy has let the actor take part. */
export const messagePolicy = {
  edit(message: MessageFacts): MessageVerdict {
    if (message.kind !== 'text' || !message.isOwn) return 'forbidden'
    if (message.isDeleted) return 'message-deleted'
    return message.isOld ? 'edit-window-over' : 'allow'
  },

  /** Deleting what is deleted is allowed, and changes nothing. */
  delete(message: MessageFacts): MessageVerdict {
    if (!isSaid(message.kind)) return 'forbidden'
    if (message.mayModerate) return 'allow'
    if (!message.isOwn) return 'forbidden'
    return message.isOld && !message.isDeleted ? 'edit-window-over' : 'allow'
  },

  react(message: MessageFacts): MessageVerdict {
    if (!isSaid(message.kind)) return 'forbidden'
    return message.isDeleted ? 'message-deleted' : 'allow'
  },

  vote(message: MessageFacts): MessageVerdict {
    if (message.kind !== 'poll') return 'forbidden'
    if (message.isDeleted) return 'message-deleted'
    return message.isClosed ? 'poll-closed' : 'allow'
  },

  /** Closing what is closed is allowed, and changes nothing. */
  closePoll(message: MessageFacts): MessageVerdict {
    if (message.kind !== 'poll' || !(message.isOwn || message.mayModerate)) return 'forbidden'
    return message.isDeleted ? 'message-deleted' : 'allow'
  },
} as const

export type MessageAction = keyof typeof messagePolicy
