import { type AccountId, type ChosenBy, type Emoji, MAX_NAMED, type Message, type Poll } from '@kolosok/contract'
import type { StoredPoll, StoredReactions } from '#platform/schema/chats.ts'
import type { StoredMessage } from './store.ts'

export function presentMessage(stored: StoredMessage): Message {
  return {
    ...stored,
    sentAt: stored.sentAt.toISOString(),
    editedAt: stored.editedAt?.toISOString() ?? null,
    deletedAt: stored.deletedAt?.toISOString() ?? null,
    poll: stored.poll && presentPoll(stored.poll),
    reactions: presentReactions(stored.reactions),
  }
}

/** A message that came as JSON from a larger statement: its times are strings. */
export type JsonMessage = Omit<StoredMessage, 'sentAt' | 'editedAt' | 'deletedAt'> & {
  readonly sentAt: string
  readonly editedAt: string | null
  readonly deletedAt: string | null
}

export function presentJson({ sentAt, editedAt, deletedAt, ...message }: JsonMessage): Message {
  return presentMessage({
    ...message,
    sentAt: new Date(sentAt),
    editedAt: editedAt === null ? null : new Date(editedAt),
    deletedAt: deletedAt === null ? null : new Date(deletedAt),
  })
}

const counted = (accountIds: readonly AccountId[]): ChosenBy => ({
  count: accountIds.length,
  accountIds: accountIds.slice(0, MAX_NAMED),
})

function presentPoll({ question, isMultiple, options, chosenBy, voters, closedAt }: StoredPoll): Poll {
  const presented = options.map((text, i) => ({ text, ...counted(chosenBy[i] ?? []) }))
  return { question, isMultiple, options: presented, voters, closedAt }
}

function presentReactions(reactions: StoredReactions): Message['reactions'] {
  const presented: Message['reactions'] = {}
  for (const [emoji, accountIds] of Object.entries(reactions) as [Emoji, readonly AccountId[]][]) {
    if (accountIds.length > 0) presented[emoji] = counted(accountIds)
  }
  return presented
}
