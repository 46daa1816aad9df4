import { expect, test } from 'vitest'
import { isWithin, spellHours } from './working-hours.ts'

const hours = { days: [1, 2, 3, 4, 5], from: '07:00', until: '19:00' }

test.each([
  ['2026-11-27T03:59:00Z', false],
  ['2026-11-27T04:00:00Z', true],
  ['2026-11-27T15:59:00Z', true],
  ['2026-11-27T16:00:00Z', false],
  ['2026-11-28T09:00:00Z', false],
])('at %s in Moscow somebody answers: %s', (now, expected) => {
  expect(isWithin(hours, 'Europe/Moscow', new Date(now))).toBe(expected)
})

test('it is the organization’s clock that counts', () => {
  const now = new Date('2026-11-27T01:00:00Z')
  expect(isWithin(hours, 'Asia/Novosibirsk', now)).toBe(true)
  expect(isWithin(hours, 'Europe/Moscow', now)).toBe(false)
})

test.each([
  [hours, 'пн–пт, 7:00–19:00'],
  [{ ...hours, days: [6, 7] }, 'сб, вс, 7:00–19:00'],
  [{ ...hours, days: [5, 1, 3] }, 'пн, ср, пт, 7:00–19:00'],
])('%o is «%s»', (given, spelled) => {
  expect(spellHours(given)).toBe(spelled)
})
