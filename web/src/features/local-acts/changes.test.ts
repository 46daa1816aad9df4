import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween } from './changes.ts'

const of = (text: string) => [{ heading: '', text }]
const seen = (before: string, after: string) =>
  changesBetween(of(before), of(after)).map((change) =>
    change.kind === 'same' ? `=${change.paragraph.text}` : `-${change.before?.text ?? ''}+${change.after?.text ?? ''}`,
  )

describe('what changed between two editions', () => {
  test('nothing in the same text', () => {
    expect(seen('а\nб', 'а\n\n  б')).toEqual(['=а', '=б'])
  })
  test('a paragraph in the place of another stands beside it', () => {
    expect(seen('а\nстарое\nв', 'а\nновое\nв')).toEqual(['=а', '-старое+новое', '=в'])
  })
  test('one more, one less', () => {
    expect(seen('а\nв', 'а\nб\nв')).toEqual(['=а', '-+б', '=в'])
    expect(seen('а\nб\nв', 'а\nв')).toEqual(['=а', '-б+', '=в'])
  })
  test('a heading is a paragraph, too', () => {
    const [first] = changesBetween([{ heading: '1. Общее', text: '' }], [{ heading: '1. Общие положения', text: '' }])
    expect(first).toEqual({
      kind: 'changed',
      before: { text: '1. Общее', isHeading: true },
      after: { text: '1. Общие положения', isHeading: true },
    })
  })
  test('both editions can be read off it, whatever they are', () => {
    const text = fc.array(fc.constantFrom('а', 'б', 'в', 'г'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(of(before.join('\n')), of(after.join('\n')))
        const side = (which: 'before' | 'after') =>
          changes.flatMap((change) => (change.kind === 'same' ? change.paragraph : (change[which] ?? [])))
        expect(side('before').map((one) => one.text)).toEqual(before)
        expect(side('after').map((one) => one.text)).toEqual(after)
      }),
    )
  })
})
