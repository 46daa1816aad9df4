import { type AuditAction, auditActions, type JournalEntry } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import { sentenceOf } from './sentence.ts'

const nothing = { subject: '', person: '', group: '', fromGroup: '' }
const plain = { count: 0, role: '', kind: '', isHead: null, fields: [] }

const entry = (action: AuditAction, given: Partial<Pick<JournalEntry, 'names' | 'details'>> = {}): JournalEntry => ({
  id: '01900000-0000-7000-8000-000000000000',
  at: '2026-11-22T10:00:00.000Z',
  action,
  author: { kind: 'person', name: 'Анна Петровна', membershipId: null },
  device: '',
  names: nothing,
  details: plain,
  ...given,
})

const full = { subject: 'Ваня К.', person: 'Мария Сергеевна', group: 'Старшая', fromGroup: 'Младшая' }

describe.each(auditActions)('%s', (action) => {
  test.each([
    ['with every name', entry(action, { names: full, details: { ...plain, count: 5 } })],
    ['with none', entry(action)],
  ])('has a Russian sentence, %s', (_, given) => {
    const sentence = sentenceOf(given)
    expect(sentence).toMatch(/^[А-ЯЁ0-9]/)
    expect(sentence).not.toMatch(/[{}]|none|undefined|[a-z]+\.[a-z]+/)
  })
})

test.each([
  [entry('child.moved', { names: full }), 'Ребёнок переведён: Ваня К., из «Младшая» в «Старшая»'],
  [
    entry('invitation.created', {
      names: { ...nothing, subject: 'Младшая' },
      details: { ...plain, kind: 'child', count: 24 },
    }),
    'Создано 24 ссылки для родителей: «Младшая»',
  ],
  [
    entry('organization.card-edited', { details: { ...plain, fields: ['phone', 'timeZone', 'isFoundByName'] } }),
    'Изменена карточка организации: телефон, часовой пояс, поиск по названию',
  ],
])('$action: a whole one', (given, sentence) => {
  expect(sentenceOf(given)).toBe(sentence)
})
