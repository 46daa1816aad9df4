import {
  type AccountId,
  type Changes,
  type ChatId,
  MAX_SEQ,
  type Message,
  type MessageId,
  type Person,
} from '@kolosok/contract'
import { accessChat, type ChatContext } from '#chats/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { ChatEvent } from '#platform/bus.ts'
import type { Db } from '#platform/db.ts'
import { findPage, findSince, listPeople, type Snapshot } from './history.store.ts'
import { presentMessage } from './present.ts'
import { findMessage, type StoredMessage } from './store.ts'

const PAGE_SIZE = 50
const MAX_CHANGES = 300
const NEWEST = MAX_SEQ

type PageAsked = {
  readonly chatId: ChatId
  readonly before?: number | undefined
  readonly around?: number | undefined
}
export type MessagePage = { rev: number; messages: Message[]; people: Person[]; isStart: boolean }

export async function getMessages(
  { db }: ChatContext,
  actor: Actor,
  { chatId, around, before = around === undefined ? NEWEST : Math.min(NEWEST, around + PAGE_SIZE / 2) }: PageAsked,
): Promise<MessagePage> {
  const found = await findPage(db, actor.accountId, { chatId, before, limit: PAGE_SIZE })
  if (!found) throw new AppError('not-found')
  const [first] = found.messages
  return {
    rev: found.rev,
    messages: found.messages.map(presentMessage),
    people: await listPeople(db, { organizationId: found.organizationId, ...namedIn(found.messages) }),
    isStart: !first || first.seq <= found.visibleFromSeq,
  }
}

export async function getMessage(
  { db }: ChatContext,
  actor: Actor,
  { chatId, messageId }: { chatId: ChatId; messageId: MessageId },
): Promise<{ message: Message; author: Person | null }> {
  const chat = await accessChat(db, actor, chatId, 'see')
  const message = await findVisible(db, chat, messageId)
  const [author = null] = await listPeople(db, {
    organizationId: chat.organizationId,
    membershipIds: message.membershipId ? [message.membershipId] : [],
    accountIds: [],
  })
  return { message: presentMessage(message), author }
}

/** A message of this chat that the actor may see; from before their time it answers like none. */
export async function findVisible(
  db: Db,
  chat: { readonly id: ChatId; readonly visibleFromSeq: number },
  messageId: MessageId,
): Promise<StoredMessage> {
  const message = await findMessage(db, messageId)
  if (message?.chatId !== chat.id || message.seq < chat.visibleFromSeq) throw new AppError('not-found')
  return message
}

/** What `reader` missed (the server itself, when null), or undefined where there is nothing for them to see. */
export async function findChanges(
  { db }: ChatContext,
  reader: AccountId | null,
  query: { chatId: ChatId; since: number },
): Promise<ChatEvent | undefined> {
  let found = await findSince(db, reader, { ...query, limit: MAX_CHANGES + 1 })
  const isReset = found !== undefined && mustStartAfresh(found, query.since)
  if (isReset) found = await findPage(db, reader, { chatId: query.chatId, before: NEWEST, limit: PAGE_SIZE })
  if (!found) return undefined
  const changes: Changes = {
    ...query,
    rev: found.rev,
    reset: isReset,
    messages: found.messages.map(presentMessage),
  }
  return { type: 'chat', changes, audienceVersion: found.audienceVersion }
}

/** Too much to list, revisions of another time, or held from a membership that ended meanwhile. */
function mustStartAfresh(found: Snapshot, since: number): boolean {
  return found.messages.length > MAX_CHANGES || found.rev < since || since < Math.max(found.floorRev, found.joinedRev)
}

function namedIn(messages: readonly StoredMessage[]) {
  return {
    membershipIds: [...new Set(messages.flatMap(({ membershipId }) => membershipId ?? []))],
    accountIds: [...new Set(messages.flatMap(({ subjectIds }) => subjectIds))],
  }
}
