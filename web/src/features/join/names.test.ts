import { expect, test } from 'vitest'
import { guessWho, splitName } from './names.ts'

test.each([
  ['Елена Павловна Кузнецова', 'Елена', 'Павловна', 'Кузнецова'],
  ['Кузнецова Елена Павловна', 'Елена', 'Павловна', 'Кузнецова'],
  ['Елена Кузнецова', 'Елена', '', 'Кузнецова'],
  ['Мария Сергеевна', 'Мария', 'Сергеевна', ''],
])('%s is taken apart', (text, givenName, patronymic, familyName) => {
  expect(splitName(text)).toEqual({ givenName, patronymic, familyName })
})

test('one word stays what it is', () => {
  expect(splitName('Елена ')).toBeNull()
})

test('the patronymic proposes who it is, and nothing else does', () => {
  expect([guessWho('Павловна'), guessWho('Ильич'), guessWho('')]).toEqual(['mother', 'father', ''])
})
