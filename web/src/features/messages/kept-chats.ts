import { type ChatId, type ChatState } from '@kolosok/contract'
import type { QueryClient } from '@tanstack/react-query'
import { addPeople, findPerson, readPeople } from '#features/chats/index.ts'
import { type KeptChat, localData } from '#lib/local-data.ts'

const KEPT_MESSAGES = 50
const WRITE_AFTER_MS = 500

export function findKeptChat(chatId: ChatId): Promise<KeptChat | undefined> {
  return localData.chats.get(chatId)
}

/** Only the newest messages: what a start without network shows. */
function newestOf(state: ChatState): ChatState {
  const messages = state.messages.filter((message) => message.seq >= state.from)
  if (messages.length <= KEPT_MESSAGES) return { ...state, messages }
  const kept = messages.slice(-KEPT_MESSAGES)
  return { ...state, messages: kept, from: kept[0]?.seq ?? state.from }
}

/** Puts every kept chat into the cache, so that one hello brings all of them up to date. */
export async function restoreChats(client: QueryClient): Promise<void> {
  for (const { chatId, state, people } of await localData.chats.toArray()) {
    addPeople(client, chatId, Object.values(people))
    const queryKey = ['chats', chatId, 'messages']
    if (!client.getQueryData(queryKey)) client.setQueryData(queryKey, state)
  }
}

/** Keeps the newest messages of each chat on this device, some moments after they changed. */
export function keepChats(client: QueryClient): () => void {
  const waiting = new Map<ChatId, ReturnType<typeof setTimeout>>()
  const stop = client.getQueryCache().subscribe((event) => {
    const [scope, chatId, part] = event.query.queryKey as [string, ChatId?, string?]
    if (event.type !== 'updated' || event.action.type !== 'success') return
    // Who came is learned a moment after the line that says so.
    const isKept = part === 'messages' || part === 'people'
    if (scope !== 'chats' || !isKept || !chatId || waiting.has(chatId)) return
    const write = () => {
      waiting.delete(chatId)
      void keepChat(client, chatId)
    }
    waiting.set(chatId, setTimeout(write, WRITE_AFTER_MS))
  })
  return () => {
    stop()
    for (const timer of waiting.values()) clearTimeout(timer)
  }
}

async function keepChat(client: QueryClient, chatId: ChatId): Promise<void> {
  const held = client.getQueryData<ChatState>(['chats', chatId, 'messages'])
  if (!held) return
  const state = newestOf(held)
  const known = readPeople(client, chatId)
  const authors = state.messages.flatMap((message) => {
    const subjects = message.subjectIds.slice(0, 20).map((authorId) => ({ authorId, membershipId: null }))
    return [message, ...subjects].flatMap((who) => findPerson(known, who) ?? [])
  })
  const people = Object.fromEntries(authors.map((person) => [person.membershipId, person]))
  await localData.chats.put({ chatId, state, people })
}

const HELD_MESSAGES = 400

/** Lets go of all but the newest messages of a chat that holds very many. */
export function trimHeld(client: QueryClient, chatId: ChatId): void {
  client.setQueryData<ChatState>(['chats', chatId, 'messages'], (state) =>
    state && state.messages.length > HELD_MESSAGES ? newestOf(state) : state,
  )
}
