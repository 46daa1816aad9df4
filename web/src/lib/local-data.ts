import type { ChatId, ChatState, MessageId, NewPoll, Person, Attachment } from '@kolosok/contract'
import { Dexie, liveQuery, type Table } from 'dexie'
import { useEffect, useState } from 'react'

export type KeptChat = { readonly chatId: ChatId; readonly state: ChatState; readonly people: Record<string, Person> }
export type Draft = {
  readonly chatId: ChatId
  readonly text: string
  readonly replyToId: MessageId | null
  /** By the clock of this device; of one that another device has told, by the server's. */
  readonly writtenAt: number
  /** The server holds it as it is. */
  readonly isTold: boolean
  /** The server may hold one, this or an earlier one. */
  readonly isKnown: boolean
}
export type OutboxEntry = {
  /** The message's own id: however often it is sent, the server stores it once. */
  readonly id: MessageId
  readonly chatId: ChatId
  readonly text: string
  readonly replyToId: MessageId | null
  readonly attachments: readonly Attachment[]
  readonly poll: NewPoll | null
  readonly isSilent?: boolean
  readonly writtenAt: string
  /** Why the server refused it; null while it waits for its turn. */
  readonly refusedWith: string | null
  readonly position?: number
}

/** Something long that is being written, by what it is of; its feature knows its shape. */
type Writing = { readonly key: string; readonly value: unknown }

/** What this browser remembers of one account; wiped when it signs out. */
class LocalData extends Dexie {
  declare chats: Table<KeptChat, ChatId>
  declare drafts: Table<Draft, ChatId>
  declare outbox: Table<OutboxEntry, number>
  declare writings: Table<Writing, string>

  constructor() {
    super('kolosok')
    this.version(1).stores({ chats: 'chatId', drafts: 'chatId', outbox: '++position, &id, chatId' })
    this.version(2).stores({ writings: 'key' })
    // From before drafts were told to one's other devices.
    this.version(3).upgrade(async (transaction) => {
      const unknown = { writtenAt: Date.now(), isTold: false, isKnown: false }
      await transaction.table('drafts').toCollection().modify(unknown)
    })
  }
}

export const localData = new LocalData()

export async function wipeLocalData(): Promise<void> {
  await Promise.all(localData.tables.map((table) => table.clear()))
}

export async function forgetChat(chatId: ChatId): Promise<void> {
  await localData.transaction('rw', [localData.chats, localData.drafts, localData.outbox], async () => {
    await localData.chats.delete(chatId)
    await localData.drafts.delete(chatId)
    await localData.outbox.where({ chatId }).delete()
  })
}

/** What a question to the local data answers now, asked again whenever its tables change, in any tab. */
export function useLocal<T>(question: () => Promise<T>, dependencies: readonly unknown[], initial: T): T {
  const [answer, setAnswer] = useState(initial)
  useEffect(() => {
    const subscription = liveQuery(question).subscribe({ next: setAnswer, error: console.error })
    return () => {
      subscription.unsubscribe()
    }
  }, dependencies) // The caller names what its question depends on.
  return answer
}
