import { expect, test } from 'vitest'
import { areAddress, hostOf } from './host-of.ts'

test.each([
  ['https://www.Sad.example/menu?day=1', 'sad.example'],
  ['https://сад-теремок.рф/меню', 'сад-теремок.рф'],
  // What stands before the sign is no host.
  ['https://gosuslugi.ru@evil.example/', 'evil.example'],
  ['https://гос.рф:pass@evil.example/', 'evil.example'],
  ['https://гoсуслуги.рф/', 'xn--o-etbbun9aapc.xn--p1ai'],
  ['mailto:sad@example.org', 'sad@example.org'],
  ['tel:+79001234567', '+79001234567'],
])('%s leads to %s', (url, host) => {
  expect(hostOf(url)).toBe(host)
})

test('words say where a link leads only if they are its address', () => {
  expect(areAddress('sad.example', 'https://sad.example/menu')).toBe(true)
  expect(areAddress('https://sad.example/', 'https://sad.example/menu')).toBe(true)
  expect(areAddress('https://gosuslugi.ru/sad', 'https://evil.example')).toBe(false)
  expect(areAddress('меню', 'https://sad.example/menu')).toBe(false)
})
