import { describe, expect, test } from 'vitest'
import { quietHours, quietUntil } from './quiet-hours.ts'

const nights = { from: '20:00', until: '07:00', wholeDays: [] }
const weekends = { ...nights, wholeDays: [6, 7] }
const noon = { from: '13:00', until: '15:00', wholeDays: [] }
const [moscow, kamchatka, berlin] = ['Europe/Moscow', 'Asia/Kamchatka', 'Europe/Berlin']

// The 30th of November 2026 is a Monday; Moscow is three hours ahead of UTC, Kamchatka twelve.
test.each([
  ['an evening', nights, moscow, '2026-11-30T20:30+03:00', '2026-12-01T07:00+03:00'],
  ['a moment before it begins', nights, moscow, '2026-11-30T19:59:59+03:00', null],
  ['the moment it begins', nights, moscow, '2026-11-30T20:00+03:00', '2026-12-01T07:00+03:00'],
  ['a night', nights, moscow, '2026-12-01T03:10:42+03:00', '2026-12-01T07:00+03:00'],
  ['the moment it ends', nights, moscow, '2026-12-01T07:00+03:00', null],
  ['the same moment elsewhere', nights, kamchatka, '2026-12-01T03:10+03:00', null],
  ['a Friday’s evening before a quiet weekend', weekends, moscow, '2026-12-04T21:00+03:00', '2026-12-07T07:00+03:00'],
  ['a quiet Sunday’s noon', weekends, moscow, '2026-12-06T12:00+03:00', '2026-12-07T07:00+03:00'],
  [
    'a weekend of those who only sleep at noon',
    { ...noon, wholeDays: [7] },
    moscow,
    '2026-12-06T12:00+03:00',
    '2026-12-07T00:00+03:00',
  ],
  ['nap time', noon, moscow, '2026-12-01T14:00+03:00', '2026-12-01T15:00+03:00'],
  ['after the nap', noon, moscow, '2026-12-01T15:01+03:00', null],
  [
    'six days of seven',
    { ...nights, wholeDays: [1, 2, 3, 4, 5, 6] },
    moscow,
    '2026-11-30T12:00+03:00',
    '2026-12-06T07:00+03:00',
  ],
  ['the night in which clocks are put forward', nights, berlin, '2027-03-27T22:00+01:00', '2027-03-28T07:00+02:00'],
  ['the night in which they are put back', nights, berlin, '2026-10-24T22:00+02:00', '2026-10-25T07:00+01:00'],
] as const)('%s', (_, hours, timeZone, now, end) => {
  const { wholeDays, ...times } = hours
  const place = { quietHours: { ...times, wholeDays: [...wholeDays] }, timeZone }
  expect(quietUntil(place, new Date(now))).toEqual(end === null ? null : new Date(end))
})

test('where nothing is said it is never quiet', () => {
  expect(quietUntil({ quietHours: null, timeZone: moscow }, new Date('2026-12-01T03:00Z'))).toBeNull()
})

describe('no quiet hours', () => {
  test.each([
    { ...nights, until: '20:00' },
    { ...nights, from: '24:00' },
    { ...nights, wholeDays: [1, 2, 3, 4, 5, 6, 7] },
    { ...nights, wholeDays: [6, 6] },
    { ...nights, wholeDays: [8] },
  ])('%o', (given) => {
    expect(quietHours.safeParse(given).success).toBe(false)
  })
})
