import { expect, test } from 'vitest'
import { beginnings } from './words.ts'

test.each([
  ['Фотогр', 'фотогр:*'],
  ['завтра  фото', 'завтра:* & фото:*'],
  ["it's | (& !):*", 'it:* & s:*'],
  ['"\'(&|!:*', null],
])('%s', (typed, wanted) => {
  expect(beginnings(typed)).toBe(wanted)
})
