import { expect, test } from 'vitest'
import { addressOf, nextItem, putLink, toggleList, toggleWords, type Typed } from './marks.ts'

/** `|` stands where the choice begins and ends; one of them is the caret. */
function typed(text: string): Typed {
  const start = text.indexOf('|')
  const end = text.lastIndexOf('|')
  const plain = text.replaceAll('|', '')
  return { text: plain, start, end: end === start ? start : end - 1 }
}
function shown({ text, start, end }: Typed): string {
  const chosen = start === end ? '|' : `|${text.slice(start, end)}|`
  return text.slice(0, start) + chosen + text.slice(end)
}

test.each([
  ['Завтра |важно|', 'Завтра |**важно**|'],
  ['Завтра |**важно**|', 'Завтра |важно|'],
  ['Завтра **|важно|**', 'Завтра |важно|'],
  ['Завтра | важно | тут', 'Завтра | **важно** | тут'],
  ['|раз\n\nдва|', '|**раз**\n\n**два**|'],
  ['Тут |', 'Тут **|**'],
])('bold: %j → %j', (before, after) => {
  expect(shown(toggleWords(typed(before), 'bold'))).toBe(after)
})

test.each([
  ['Взять:\n|шапку\nварежки|', 'dots', 'Взять:\n|- шапку\n- варежки|'],
  ['|- шапку\n- варежки|', 'dots', '|шапку\nварежки|'],
  ['|- шапку\n- варежки|', 'numbers', '|1. шапку\n2. варежки|'],
  ['сбор|\nпотом', 'numbers', '1. сбор|\nпотом'],
  ['|', 'dots', '- |'],
  ['раз\n|два\n|три', 'dots', 'раз\n|- два|\nтри'],
] as const)('list: %j as %s → %j', (before, kind, after) => {
  expect(shown(toggleList(typed(before), kind))).toBe(after)
})

test.each([
  ['- шапка|', '- шапка\n- |'],
  ['9. сбор|', '9. сбор\n10. |'],
  ['- шапка\n- |', '- шапка\n|'],
])('enter: %j → %j', (before, after) => {
  const next = nextItem(typed(before))
  expect(next && shown(next)).toBe(after)
})

test('enter outside of a list is left alone', () => {
  expect(nextItem(typed('просто текст|'))).toBeNull()
})

test('a link holds its words, or says itself', () => {
  const address = 'https://sad.example/menu'
  expect(shown(putLink(typed('Вот |меню|.'), { words: 'меню', address }))).toBe(`Вот [меню](${address})|.`)
  expect(shown(putLink(typed('Вот |.'), { words: '', address }))).toBe(`Вот ${address}|.`)
})

test.each([
  ['sad.example/menu', 'https://sad.example/menu'],
  ['http://sad.example/a(1)', 'http://sad.example/a%281%29'],
  ['sad@mail.example', 'mailto:sad@mail.example'],
  ['javascript:alert(1)', null],
  ['просто слова', null],
  ['слово', null],
])('address %j is %j', (given, address) => {
  expect(addressOf(given)).toBe(address)
})
