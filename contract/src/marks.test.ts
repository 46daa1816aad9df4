import { describe, expect, test } from 'vitest'
import { type Passage, plainText, readMarks, type Words } from './marks.ts'

/** As a page would show it, short. */
const shown = (text: string): string => readMarks(text).map(passage).join('|')
const passage = (one: Passage): string =>
  one.kind === 'lines'
    ? one.lines.map(words).join('/')
    : `${one.first === null ? 'ul' : `ol${String(one.first)}`}(${one.items.map(words).join(';')})`
const words = (said: readonly Words[]): string => said.map(word).join('')
function word(one: Words): string {
  if (one.kind === 'plain') return one.text
  return one.kind === 'link' ? `<${one.text}→${one.url}>` : `${one.kind === 'bold' ? 'b' : 'i'}{${words(one.words)}}`
}

describe('light formatting', () => {
  test.each([
    ['**Завтра** _фотограф_', 'b{Завтра} i{фотограф}'],
    ['**Очень _важно_ всем**', 'b{Очень i{важно} всем}'],
    ['[меню](https://sad.example/menu) тут', '<меню→https://sad.example/menu> тут'],
    ['Взять:\n- шапку\n- **варежки**\nСпасибо', 'Взять:|ul(шапку;b{варежки})|Спасибо'],
    ['1. Сбор\n2. Выезд', 'ol1(Сбор;Выезд)'],
    ['3) Обед', 'ol3(Обед)'],
    ['Текст\n\n- раз\n\nДальше\n\nещё', 'Текст|ul(раз)|Дальше//ещё'],
  ])('%j reads %j', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test.each([
    '5 * 3 ** 2',
    '**незакрытое',
    '** пробел **',
    'snake_case_name',
    'https://sad.example/_a_/**b**',
    '-без пробела',
    '-',
    '2024. ',
    '[слова](javascript:alert(1))',
    '[слова](//evil.example)',
    '<b>не HTML</b>',
    '[a](data:text/html,x)',
  ])('%j is no sign, and stays as it is', (text) => {
    expect(shown(text)).toBe(text)
  })

  test('without its signs it is what it says', () => {
    expect(plainText('**Важно:** [меню](https://sad.example)\n\n- раз\n- _два_')).toBe('Важно: меню\n• раз\n• два')
    expect(plainText('Обычный текст\n\nв два абзаца')).toBe('Обычный текст\n\nв два абзаца')
  })

  test.each(['[', '**', '_', '*a', '_a ', '[a](', '- ', '\n', 'http'])(
    'a long text of nothing but %j is read, too',
    (sign) => {
      const text = sign.repeat(Math.floor(8_000 / sign.length))
      expect(plainText(text).length).toBeLessThanOrEqual(2 * text.length)
    },
  )
})
