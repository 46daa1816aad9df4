import type { AccountId, Chat, Message } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { ofUnsent, preview } from './chat-words.ts'

const said = (kind: Message['kind'], text: string) => {
  const lastMessage = { kind, text, authorId: 'other', subjectIds: [], deletedAt: null } as unknown as Message
  return preview({ kind: 'group', lastMessage, lastAuthor: null } as unknown as Chat, 'me' as AccountId, {}).text
}

test.each([
  ['year-began', 'Начался новый учебный год'],
  ['year-ended', 'Учебный год закончился'],
  ['closed', 'Чат закрыт'],
  ['writing-staff', 'Правила чата изменились'],
])('a list says in a line that a chat has changed: %s', (change, line) => {
  expect(said('chat-changed', change)).toBe(line)
})

test('a chat’s new name is told as it was typed', () => {
  expect(said('chat-renamed', 'Лего-клуб')).toContain('Лего-клуб')
})

test('whoever reads is named first of those who came', () => {
  const lastMessage = { kind: 'members-joined', subjectIds: ['lev', 'me'], deletedAt: null } as unknown as Message
  const chat = { kind: 'group', lastMessage, lastAuthor: null } as unknown as Chat
  const people = { lev: { name: 'Лев Смирнов' } } as unknown as Parameters<typeof preview>[2]
  expect(preview(chat, 'me' as AccountId, people).text).toBe('Вы и Лев Смирнов теперь в чате')
})

test.each([
  [{ text: 'Опоздаем', poll: null, attachments: [] }, 'Опоздаем'],
  [{ text: '', poll: { question: 'Кто придёт?' }, attachments: [] }, 'Опрос: Кто придёт?'],
  [{ text: '', poll: null, attachments: [{ kind: 'photo' }] }, 'Фото'],
])('what waits for the network stands in the list as it will once it has gone out', (entry, line) => {
  expect(ofUnsent({ kind: 'group' }, entry as unknown as Parameters<typeof ofUnsent>[1]).text).toContain(line)
})
