import { expect, test } from 'vitest'
import { choicesAt, fromField, toField } from './times.ts'

const timeZone = 'Asia/Novosibirsk' // UTC+7
const clock = { timeZone, quietHours: null }
const spelled = (now: string, quietHours: Parameters<typeof choicesAt>[1]['quietHours'] = null) =>
  choicesAt(new Date(now), { timeZone, quietHours }).map(({ kind, at }) => `${kind} ${toField(at, timeZone)}`)

test('later is tomorrow morning or Monday’s, by the organization’s clock', () => {
  // A Wednesday evening there.
  expect(spelled('2026-12-02T13:00:00Z')).toEqual(['tomorrow 2026-12-03T08:00', 'monday 2026-12-07T08:00'])
})

test('on a Sunday both are one; before eight the morning is today’s', () => {
  expect(spelled('2026-12-06T13:00:00Z')).toEqual(['tomorrow 2026-12-07T08:00'])
  expect(spelled('2026-12-01T18:30:00Z')).toEqual([
    'today 2026-12-02T08:00',
    'tomorrow 2026-12-03T08:00',
    'monday 2026-12-07T08:00',
  ])
})

test('in quiet hours their end comes first', () => {
  const quiet = { from: '21:00', until: '07:00', wholeDays: [] }
  expect(spelled('2026-12-02T15:00:00Z', quiet)[0]).toBe('quiet 2026-12-03T07:00')
  expect(spelled('2026-12-02T13:00:00Z', quiet)[0]).toBe('tomorrow 2026-12-03T08:00')
})

test('what is typed is meant by that clock', () => {
  expect(fromField('2026-12-03T18:30', clock.timeZone).toISOString()).toBe('2026-12-03T11:30:00.000Z')
})
