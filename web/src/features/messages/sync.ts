import type { AccountId, Chat, ChatId, Held, Message, ServerFrame } from '@kolosok/contract'
import type { QueryClient } from '@tanstack/react-query'
import { liveQuery } from 'dexie'
import {
  applyToChatList,
  chatsQuery,
  draftsQuery,
  findPerson,
  hideTyping,
  readPeople,
  showTyping,
  unsentQuery,
} from '#features/chats/index.ts'
import { membersQuery } from '#features/members/index.ts'
import { setConnection } from '#lib/connection.ts'
import { forgetChat, localData } from '#lib/local-data.ts'
import { refetchHeard, refetchTopics } from '#lib/query-client.ts'
import { type Realtime, startRealtime } from '#lib/realtime.ts'
import { takeDraft, tellDrafts } from './draft-sync.ts'
import { keepChats, restoreChats } from './kept-chats.ts'
import { sendOutbox } from './outbox.ts'
import { fetchNewest, messagesQuery } from './queries.ts'

/** The query cache as the place where held chats live: frames patch it, nothing is refetched. */
export function heldInCache(client: QueryClient): Held {
  return {
    get: (chatId) => client.getQueryData(messagesQuery(chatId).queryKey),
    set: (chatId, state) => client.setQueryData(messagesQuery(chatId).queryKey, state),
    drop: (chatId) => {
      client.removeQueries({ queryKey: ['chats', chatId] })
      void forgetChat(chatId)
    },
  }
}

function heldIds(client: QueryClient): ChatId[] {
  const messages = client.getQueryCache().findAll({ queryKey: ['chats'] })
  return messages.flatMap(({ queryKey, state }) =>
    queryKey[2] === 'messages' && state.data ? [queryKey[1] as ChatId] : [],
  )
}

let realtime: Realtime | undefined

/** Tells the others of a chat that one is writing. */
export const tellTyping = (chatId: ChatId): void => realtime?.typing(chatId)

/** Runs for as long as somebody is signed in; returns the way to stop. */
export function startSync(client: QueryClient, me: AccountId, onSessionEnded: () => void): () => void {
  const held = heldInCache(client)
  const stopKeeping = keepChats(client)
  const drafts = liveQuery(() => localData.drafts.toArray()).subscribe({
    next: (list) => client.setQueryData(draftsQuery().queryKey, list),
    error: console.error,
  })
  const unsent = liveQuery(() => localData.outbox.orderBy('position').toArray()).subscribe({
    next: (list) => client.setQueryData(unsentQuery().queryKey, list),
    error: console.error,
  })
  let isStopped = false

  const stopAsking = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return
    // Fetched, not patched: frames that came meanwhile found nothing to patch.
    const [scope, chatId, part] = event.query.queryKey as [string, ChatId?, string?]
    if (scope !== 'chats' || part !== 'messages' || !chatId) return
    const state = held.get(chatId)
    if (state) realtime?.ask(chatId, state.rev)
  })

  const onFrame = (frame: ServerFrame) => {
    applyToChatList(client, frame, me)
    if (frame.type === 'welcome') {
      // Only from here on nothing is missed: what was asked for before may have changed unheard.
      setConnection('open')
      refetchHeard(client)
      void warmUp(client, () => isStopped)
      void takeDrafts(frame.chats).then(tellDrafts)
    }
    if (frame.type === 'own') void takeDraft(frame.chatId, frame.draft)
    if (frame.type === 'stale') refetchTopics(client, frame.topics)
    if (frame.type === 'typing') showTyping(frame.chatId, frame.accountId)
    if (frame.type !== 'changes') return
    for (const message of frame.messages) hideTyping(message.chatId, message.authorId)
    learnPeople(client, frame.chatId, frame.messages)
    // The first words in a chat that had none, or is new.
    if (!held.get(frame.chatId)) void makeReady(client, frame.chatId)
  }

  void restoreChats(client).then(() => {
    if (isStopped) return
    realtime = startRealtime({
      held,
      heldIds: () => heldIds(client),
      onFrame,
      onOpen: () => {
        void sendOutbox(client)
      },
      onLost: () => {
        setConnection('lost')
      },
      onOutdated: () => {
        setConnection('outdated')
      },
      onRefused: onSessionEnded,
    })
    void sendOutbox(client)
  })

  return () => {
    isStopped = true
    stopAsking()
    stopKeeping()
    drafts.unsubscribe()
    unsent.unsubscribe()
    realtime?.stop()
    realtime = undefined
  }
}

/** After a time without the socket: whatever one's other devices have written, and then what was written here. */
async function takeDrafts(chats: readonly Chat[]): Promise<void> {
  for (const { id, draft } of chats) await takeDraft(id, draft)
}

/** A frame names nobody, being the same for all: whoever speaks or comes here for the first time is looked up. */
function learnPeople(client: QueryClient, chatId: ChatId, messages: readonly Message[]): void {
  const known = readPeople(client, chatId)
  const isKnown = (message: Message) =>
    findPerson(known, message) &&
    (message.kind !== 'members-joined' || message.subjectIds.every((id) => known[id] !== undefined))
  if (messages.every(isKnown)) return
  // A failure is no news: the name is learned with the next page or frame.
  client.query({ ...membersQuery(chatId), staleTime: 0 }).catch(() => undefined)
}

/** Fetches the newest page of chats never opened here, one after another: they are readable without network then. */
async function warmUp(client: QueryClient, isStopped: () => boolean): Promise<void> {
  const list = client.getQueryData(chatsQuery().queryKey)
  for (const { id, lastSeq } of list?.chats.slice(0, 100) ?? []) {
    if (isStopped()) return
    if (lastSeq > 0 && !client.getQueryData(messagesQuery(id).queryKey)) await makeReady(client, id)
  }
}

async function makeReady(client: QueryClient, id: ChatId): Promise<void> {
  // A failure is no news: the chat is fetched when it is opened.
  await client
    .query({ ...messagesQuery(id), queryFn: ({ signal }) => fetchNewest(client, id, signal), retry: false })
    .catch(() => null)
}
