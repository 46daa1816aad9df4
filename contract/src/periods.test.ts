import { expect, test } from 'vitest'
import { periodAround, periodOf, periodsUntil } from './periods.ts'

test.each([
  ['month', '2026-11-28', '2026-11-01', '2026-11-30'],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
  ['school-year', '2026-08-31', '2025-09-01', '2026-08-31'],
  ['school-year', '2026-09-01', '2026-09-01', '2027-08-31'],
] as const)('the %s around %s: from %s until %s', (kind, day, firstDay, lastDay) => {
  expect(periodAround(kind, day)).toEqual({ kind, firstDay, lastDay })
})

test('only a first day begins a period', () => {
  expect(periodOf('quarter', '2026-10-01')?.lastDay).toBe('2026-12-31')
  expect(periodOf('quarter', '2026-11-01')).toBeNull()
  expect(periodOf('month', '2026-11-02')).toBeNull()
})

test('those before follow each other without a gap, over the year too', () => {
  const firstDays = (kind: 'month' | 'quarter' | 'school-year') =>
    periodsUntil(kind, '2026-02-15', 3).map(({ firstDay }) => firstDay)
  expect(firstDays('month')).toEqual(['2026-02-01', '2026-01-01', '2025-12-01'])
  expect(firstDays('quarter')).toEqual(['2026-01-01', '2025-10-01', '2025-07-01'])
  expect(firstDays('school-year')).toEqual(['2025-09-01', '2024-09-01', '2023-09-01'])
})
