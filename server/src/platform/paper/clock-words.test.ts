import { expect, test } from 'vitest'
import { clockWords } from './clock-words.ts'

test.each([
  ['Europe/Moscow', 'московское'],
  ['Europe/Kirov', 'московское'],
  ['Asia/Novosibirsk', 'местное, МСК+4'],
  ['Europe/Kaliningrad', 'местное, МСК-1'],
])('a paper from %s names its clock as people do', (timeZone, words) => {
  expect(clockWords(timeZone, new Date('2026-12-01T09:00:00Z'))).toBe(words)
})
