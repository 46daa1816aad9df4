import type { AccountId, Message } from '@kolosok/contract'
import { isSameDay } from '#lib/dates.ts'
import type { OutboxEntry } from '#lib/local-data.ts'

const GROUP_MS = 5 * 60_000

export type Row = {
  /** The message's own id: what was waiting and has arrived stays the same row. */
  readonly key: string
  readonly message: Message
  /** One's own message that the server has not acknowledged yet. */
  readonly waiting: OutboxEntry | null
  readonly startsDay: boolean
  readonly isFirstUnread: boolean
  /** First and last of what one person wrote in one go. */
  readonly startsGroup: boolean
  readonly endsGroup: boolean
}

export type RowsInput = {
  readonly messages: readonly Message[]
  readonly outbox: readonly OutboxEntry[]
  readonly me: AccountId
  /** How far one had read when the chat was opened. */
  readonly readSeq: number
}

/** What stands on the screen, oldest first; what is on its way comes last, in the order it was written. */
export function buildRows({ messages, outbox, me, readSeq }: RowsInput): Row[] {
  const arrived = new Set(messages.map(({ id }) => id))
  const entries = outbox.filter(({ id }) => !arrived.has(id))
  const all = [...messages, ...entries.map((entry) => asMessage(entry, me))]
  const firstUnread = messages.find((message) => message.seq > readSeq && message.authorId !== me)

  return all.map((message, index) => {
    const before = all[index - 1]
    const after = all[index + 1]
    return {
      key: message.id,
      message,
      waiting: entries[index - messages.length] ?? null,
      startsDay: !before || !isSameDay(before.sentAt, message.sentAt),
      // Nobody has been in the chat before its first message.
      isFirstUnread: message === firstUnread && message.seq > 1,
      startsGroup: !before || !isTogether(before, message) || message === firstUnread,
      endsGroup: !after || !isTogether(message, after) || after === firstUnread,
    }
  })
}

export const isSystem = ({ kind }: Message): boolean => kind !== 'text' && kind !== 'poll' && kind !== 'saved'

function isTogether(a: Message, b: Message): boolean {
  return (
    a.authorId === b.authorId &&
    (a.membershipId === b.membershipId || a.rev === 0 || b.rev === 0) &&
    !isSystem(a) &&
    !isSystem(b) &&
    Date.parse(b.sentAt) - Date.parse(a.sentAt) < GROUP_MS &&
    isSameDay(a.sentAt, b.sentAt)
  )
}

/** As it will look once the server has it; `rev` 0 tells it from those that have arrived. */
function asMessage(entry: OutboxEntry, me: AccountId): Message {
  const { id, chatId, text, replyToId, attachments, poll, isSilent = false, writtenAt } = entry
  return {
    id,
    chatId,
    seq: Number.MAX_SAFE_INTEGER,
    rev: 0,
    kind: poll ? 'poll' : 'text',
    authorId: me,
    membershipId: null,
    subjectIds: [],
    text,
    replyToId,
    attachments: [...attachments],
    poll: poll && {
      question: poll.question,
      isMultiple: poll.isMultiple,
      options: poll.options.map((option) => ({ text: option, count: 0, accountIds: [] })),
      voters: 0,
      closedAt: null,
    },
    call: null,
    original: null,
    isSilent,
    sentAt: writtenAt,
    editedAt: null,
    deletedAt: null,
    reactions: {},
  }
}
