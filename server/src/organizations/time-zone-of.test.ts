import { expect, test } from 'vitest'
import { timeZoneOf } from './time-zone-of.ts'

/** Hours east of Greenwich on a winter's day. */
const hoursOf = (timeZone: string): number => {
  const at = new Date('2026-01-15T00:00Z')
  return Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at))
}

test.each([
  ['Калининград', '3906000000', 2],
  ['Москва', '7707083893', 3],
  ['Волгоград', '3444000000', 3],
  ['Саратов', '6450000000', 4],
  ['Пермь', '5902000000', 5],
  ['Омск', '5503000000', 6],
  ['Новосибирск', '5406000000', 7],
  ['Бурятия', '0323000000', 8],
  ['Чита', '7536000000', 9],
  ['Хабаровск', '2721000000', 10],
  ['Сахалин', '6501000000', 11],
  ['Чукотка', '8709000000', 12],
  ['a number that names no region', '', 3],
])('an organization of %s starts with its own time', (_, inn, hours) => {
  expect(hoursOf(timeZoneOf(inn))).toBe(hours)
})
