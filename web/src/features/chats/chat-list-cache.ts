import type { Chat, ChatId, Message, Person, ServerFrame } from '@kolosok/contract'
import type { QueryClient } from '@tanstack/react-query'
import { bornAt } from '#lib/new-id.ts'
import { findPerson, readPeople } from './people.ts'

export type KeptList = { readonly ownRev: number; readonly chats: readonly Chat[] }

const KEY = ['chats']

/** A chat that has just been made stands on top, too, before anybody has written. */
const activeAt = (chat: Chat) => chat.lastMessage?.sentAt ?? bornAt(chat.id)

export function sortByActivity(chats: readonly Chat[]): Chat[] {
  return chats.toSorted((a, b) => (activeAt(a) < activeAt(b) ? 1 : activeAt(a) > activeAt(b) ? -1 : 0))
}

/** Changes one chat of the list; undefined takes it away, an unknown one is added. */
export function patchChat(
  client: QueryClient,
  chatId: ChatId,
  change: (chat: Chat | undefined) => Chat | undefined,
): void {
  client.setQueryData<KeptList>(KEY, (list) => {
    if (!list) return list
    const before = list.chats.find((chat) => chat.id === chatId)
    const after = change(before)
    if (after === before) return list
    const others = list.chats.filter((chat) => chat.id !== chatId)
    return { ...list, chats: sortByActivity(after ? [...others, after] : others) }
  })
}

/** What a frame means for the list. Who one is decides what counts as unread. */
export function applyToChatList(client: QueryClient, frame: ServerFrame, me: string): void {
  if (frame.type === 'welcome') {
    client.setQueryData<KeptList>(KEY, { ownRev: frame.ownRev, chats: sortByActivity(frame.chats) })
  } else if (frame.type === 'gone') {
    patchChat(client, frame.chatId, () => undefined)
  } else if (frame.type === 'read') {
    patchChat(client, frame.chatId, (chat) =>
      chat && frame.accountId !== me ? raiseOthersRead(chat, frame.seq) : chat,
    )
  } else if (frame.type === 'own') {
    applyOwn(client, frame)
  } else if (frame.type === 'changes') {
    applyChanges(client, frame, me)
  }
}

function raiseOthersRead(chat: Chat, seq: number): Chat {
  return seq > chat.othersReadSeq ? { ...chat, othersReadSeq: seq } : chat
}

function applyOwn(client: QueryClient, frame: Extract<ServerFrame, { type: 'own' }>): void {
  const list = client.getQueryData<KeptList>(KEY)
  if (!list) return
  if (frame.rev > list.ownRev + 1) void client.invalidateQueries({ queryKey: KEY, exact: true })
  if (frame.rev <= list.ownRev) return
  client.setQueryData<KeptList>(KEY, { ...list, ownRev: frame.rev })
  const { type: _, rev: __, chatId, ...own } = frame
  patchChat(client, chatId, (chat) => chat && { ...chat, ...own })
}

function applyChanges(client: QueryClient, frame: Extract<ServerFrame, { type: 'changes' }>, me: string): void {
  const list = client.getQueryData<KeptList>(KEY)
  if (!list) return
  const chat = list.chats.find(({ id }) => id === frame.chatId)
  if (!chat) {
    void client.invalidateQueries({ queryKey: KEY, exact: true })
    return
  }
  if (frame.rev <= chat.rev && !frame.reset) return
  const people = readPeople(client, frame.chatId)
  patchChat(client, frame.chatId, (held) => held && withMessages(held, frame.rev, frame.messages, people, me))
  if (frame.messages.some((message) => message.kind in MEMBERS)) {
    void client.invalidateQueries({ queryKey: ['chats', frame.chatId, 'members'] })
  }
}

/** Whoever enters later was counted when the structure brought them. */
const MEMBERS: Partial<Record<Message['kind'], 1 | 0 | -1>> = {
  'members-joined': 1,
  'member-entered': 0,
  'members-left': -1,
}

const isUnread = (chat: Chat, message: Message, me: string) =>
  message.seq > chat.readSeq && message.authorId !== me && message.deletedAt === null

function withMessages(
  chat: Chat,
  rev: number,
  messages: readonly Message[],
  people: Readonly<Record<string, Person>>,
  me: string,
): Chat {
  const newest = messages.reduce<Message | null>(
    (best, message) => (message.seq >= (best?.seq ?? chat.lastSeq) ? message : best),
    null,
  )
  const added = messages.filter((message) => message.seq > chat.lastSeq && isUnread(chat, message, me))
  const lastMessage = newest ?? chat.lastMessage
  const memberCount = messages
    .filter(({ seq }) => seq > chat.lastSeq)
    .reduce((count, { kind, subjectIds }) => count + (MEMBERS[kind] ?? 0) * subjectIds.length, chat.memberCount)
  return {
    ...chat,
    memberCount,
    rev: Math.max(rev, chat.rev),
    lastSeq: Math.max(chat.lastSeq, newest?.seq ?? 0),
    lastMessage,
    lastAuthor: newest ? (findPerson(people, newest) ?? sameAuthor(chat, newest)) : chat.lastAuthor,
    unread: Math.min(99, chat.unread + added.length),
    ringing: Math.min(99, chat.ringing + added.filter(({ isSilent }) => !isSilent).length),
  }
}

function sameAuthor(chat: Chat, message: Message): Person | null {
  const known = [chat.lastAuthor, chat.peer]
  return known.find((person) => person?.accountId === message.authorId) ?? null
}
