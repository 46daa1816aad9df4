import { MAX_OCCURRENCES, momentOf, wallClockAt } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import { daysOf, timesOn } from './occurrences.ts'

const days = (first: string, repeats: 'weekly' | 'fortnightly' | 'monthly', untilDay: string) =>
  daysOf(first, { repeats, untilDay })

test('once is one day; weeks and fortnights go on until the last day, that one included', () => {
  expect(daysOf('2026-12-03', null)).toEqual(['2026-12-03'])
  expect(days('2026-12-03', 'weekly', '2026-12-17')).toEqual(['2026-12-03', '2026-12-10', '2026-12-17'])
  expect(days('2026-12-24', 'fortnightly', '2027-01-20')).toEqual(['2026-12-24', '2027-01-07'])
})

test('a month without that day has it on its last one, and the next month again where it was', () => {
  expect(days('2027-01-31', 'monthly', '2027-05-31')).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
    '2027-05-31',
  ])
  expect(days('2027-11-30', 'monthly', '2028-03-01')).toEqual(['2027-11-30', '2027-12-30', '2028-01-30', '2028-02-29'])
})

describe('summer time', () => {
  const hours = { from: '18:00', until: '19:00' }
  test('the hour on the wall stays, the moment changes', () => {
    expect(timesOn('2026-03-28', hours, 'Europe/Berlin').startsAt.toISOString()).toBe('2026-03-28T17:00:00.000Z')
    expect(timesOn('2026-03-29', hours, 'Europe/Berlin').startsAt.toISOString()).toBe('2026-03-29T16:00:00.000Z')
    expect(timesOn('2026-10-24', hours, 'Europe/Berlin').endsAt.toISOString()).toBe('2026-10-24T17:00:00.000Z')
    expect(timesOn('2026-10-25', hours, 'Europe/Berlin').endsAt.toISOString()).toBe('2026-10-25T18:00:00.000Z')
    expect(timesOn('2026-03-29', hours, 'Europe/Moscow').startsAt.toISOString()).toBe('2026-03-29T15:00:00.000Z')
  })

  test('an hour that is left out is the one after it; one that comes twice is meant the first time', () => {
    const at = (day: string, time: string) => momentOf({ day, time }, 'Europe/Berlin').toISOString()
    expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  test.each(['Europe/Moscow', 'Asia/Kamchatka', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'])(
    'what a clock shows leads back to the moment: %s',
    (timeZone) => {
      for (let hour = 0; hour < 24 * 366; hour += 7) {
        const moment = new Date(Date.UTC(2026, 0, 1, hour, 30))
        const back = momentOf(wallClockAt(moment, timeZone), timeZone)
        expect(wallClockAt(back, timeZone)).toEqual(wallClockAt(moment, timeZone))
      }
    },
  )
})

test('a series without an end in sight is no longer than what is refused', () => {
  expect(daysOf('2026-12-03', { repeats: 'weekly', untilDay: '9999-12-31' })).toHaveLength(MAX_OCCURRENCES + 1)
})

test('in the hour the clock leaps over, it lasts as long as it was meant to', () => {
  const { startsAt, endsAt } = timesOn('2027-03-28', { from: '02:30', until: '03:10' }, 'Europe/Berlin')
  expect(endsAt.getTime() - startsAt.getTime()).toBe(40 * 60_000)
})
