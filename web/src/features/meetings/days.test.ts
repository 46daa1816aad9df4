import { expect, test } from 'vitest'
import { formatDayWithin, formatLongDay } from './days.ts'

test('a day begins with a capital by itself, and not within a sentence', () => {
  expect(formatLongDay('2026-12-03')).toBe('Четверг, 3 декабря')
  expect(`Сегодня, ${formatDayWithin('2026-12-03')}`).toBe('Сегодня, четверг, 3 декабря')
})
