import type { Chat, ChatId, Message, ServerFrame } from '@kolosok/contract'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '#lib/new-id.ts'
import { applyToChatList, type KeptList, sortByActivity } from './chat-list-cache.ts'

const chatId = newId() as ChatId
const me = newId()
let client: QueryClient

beforeEach(() => {
  client = new QueryClient()
  const chat = { id: chatId, rev: 4, lastSeq: 4, memberCount: 3, unread: 0, readSeq: 4, lastMessage: null, peer: null }
  client.setQueryData<KeptList>(['chats'], { ownRev: 1, chats: [{ ...chat, lastAuthor: null } as unknown as Chat] })
})

const held = () => client.getQueryData<KeptList>(['chats'])?.chats[0]

function line(kind: Message['kind'], seq: number, subjects: number): Message {
  const subjectIds = Array.from({ length: subjects }, newId)
  const authorId = newId()
  const said = { text: '', replyToId: null, attachments: [], poll: null, call: null, reactions: {}, membershipId: null }
  const times = { sentAt: '2026-03-02T10:00:00.000Z', editedAt: null, deletedAt: null }
  return { ...said, ...times, id: newId(), chatId, seq, rev: seq, kind, authorId, subjectIds } as unknown as Message
}

const frame = (rev: number, messages: readonly Message[]): ServerFrame => ({
  type: 'changes',
  chatId,
  since: rev - messages.length,
  rev,
  reset: false,
  messages: [...messages],
})

test('an open chat says how many are in it as people come and go', () => {
  applyToChatList(client, frame(5, [line('members-joined', 5, 2)]), me)
  expect(held()?.memberCount).toBe(5)
  applyToChatList(client, frame(6, [line('members-left', 6, 1)]), me)
  expect(held()?.memberCount).toBe(4)
})

test('whoever was counted before entering is not counted again', () => {
  applyToChatList(client, frame(5, [line('member-entered', 5, 1)]), me)
  expect(held()?.memberCount).toBe(3)
})

test('a line seen before changes no number when it comes again', () => {
  applyToChatList(client, frame(5, [line('members-joined', 4, 2)]), me)
  expect(held()?.memberCount).toBe(3)
})

test('who comes or goes makes the open list of members stale', () => {
  const key = ['chats', chatId, 'members']
  client.setQueryData(key, [])
  applyToChatList(client, frame(5, [line('members-left', 5, 1)]), me)
  expect(client.getQueryState(key)?.isInvalidated).toBe(true)
})

test('a chat that has just been made stands above one in which somebody wrote earlier', () => {
  const at = (iso: string) => newId(Date.parse(iso)) as ChatId
  const written = { id: at('2026-03-01T10:00:00Z'), lastMessage: { sentAt: '2026-03-02T10:00:00.000Z' } } as Chat
  const older = { id: at('2026-03-02T09:00:00Z'), lastMessage: null } as Chat
  const made = { id: at('2026-03-02T11:00:00Z'), lastMessage: null } as Chat
  expect(sortByActivity([older, written, made])).toEqual([made, written, older])
})
