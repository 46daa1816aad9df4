import type { AccountId, CallRecord, ChatId, MembershipId, MessageId } from '@kolosok/contract'
import { type ChatContext, findMember, takeTurn, type Turn } from '#chats/index.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { presentMessage } from './present.ts'
import { findMessage, insertMessage, type StoredMessage, updateCall } from './store.ts'
import { publish } from './write.ts'

type Line = {
  readonly chatId: ChatId
  readonly authorId: AccountId
  readonly membershipId: MembershipId | null
} & (
  | { readonly kind: 'call'; readonly call: CallRecord }
  | { readonly kind: 'member-entered' | 'members-joined' | 'members-left'; readonly subjectIds: readonly AccountId[] }
  | {
      readonly kind: 'chat-renamed' | 'chat-changed'
      readonly text: string
      /** Whom the change took out. */
      readonly subjectIds?: readonly AccountId[]
    }
)

/**
 * What the product itself says in a chat. The caller holds the chat's lock (`lockChat`, `writeInChat`) and passes the
 * turn it took; everybody in the chat gets it after the commit.
 */
export async function insertSystemMessage(
  { bus }: Pick<ChatContext, 'bus'>,
  tx: Tx,
  afterCommit: AfterCommit,
  { turn, ...line }: Line & { turn: Turn },
): Promise<StoredMessage> {
  const message = await insertMessage(tx, turn, { ...line, id: newId<MessageId>() })
  if (!message) throw new Error('A new id was taken')
  afterCommit(() => {
    publish(bus, presentMessage(message), turn.audienceVersion)
  })
  return message
}

/** The record of a call that begins. The caller holds the chat's lock; returns what to update it by. */
export async function insertCallRecord(
  context: Pick<ChatContext, 'bus'>,
  tx: Tx,
  afterCommit: AfterCommit,
  { chatId, authorId, call }: { chatId: ChatId; authorId: AccountId; call: CallRecord },
): Promise<MessageId> {
  const member = await findMember(tx, chatId, authorId)
  const turn = await takeTurn(tx, chatId, { seq: 1 })
  const line = { kind: 'call', chatId, authorId, membershipId: member?.membershipId ?? null, call, turn } as const
  return (await insertSystemMessage(context, tx, afterCommit, line)).id
}

/** The record as the call is now. The caller holds the chat's lock. */
export async function updateCallRecord(
  { bus }: Pick<ChatContext, 'bus'>,
  tx: Tx,
  afterCommit: AfterCommit,
  { chatId, messageId, call }: { chatId: ChatId; messageId: MessageId; call: CallRecord },
): Promise<void> {
  const known = await findMessage(tx, messageId)
  if (known?.chatId !== chatId || known.kind !== 'call') throw new Error('Not the record of a call in this chat')
  const turn = await takeTurn(tx, chatId)
  const message = await updateCall(tx, messageId, turn, call)
  afterCommit(() => {
    publish(bus, presentMessage(message), turn.audienceVersion)
  })
}
