import { expect, test } from 'vitest'
import { nestQuotes } from './quotes.ts'

test.each([
  ['Чат группы «Младшая»', 'Чат группы «Младшая»'],
  ['Чат группы «Старшая «Лучики»»', 'Чат группы «Старшая „Лучики“»'],
  ['«А», «Б «В»» и «Г»', '«А», «Б „В“» и «Г»'],
  ['Знайки» и «Радуга»', 'Знайки» и «Радуга»'],
])('%s', (given, written) => {
  expect(nestQuotes(given)).toBe(written)
})
