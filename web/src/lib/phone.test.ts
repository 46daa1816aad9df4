import { expect, test } from 'vitest'
import { formatPhone, groupPhone } from './phone.ts'

test.each([
  ['89123456789', '+7 912 345-67-89'],
  ['+79123456789', '+7 912 345-67-89'],
  ['9123456789', '+7 912 345-67-89'],
  ['8 912 34', '+7 912 34'],
  ['+7 912 345-6', '+7 912 345-6'],
  ['+7', '+7'],
  ['8', '8'],
  ['+375 29 123', '+375 29 123'],
  ['мама', 'мама'],
  ['+7 912 345-67-890', '+7 912 345-67-890'],
])('«%s» becomes «%s» while it is typed', (typed, grouped) => {
  expect(groupPhone(typed)).toBe(grouped)
})

test('a stored number is shown as it is written here, in one piece, and can be copied into a field', () => {
  const shown = formatPhone('+79123456789')
  expect(shown.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')).toBe('+7 912 345-67-89')
  expect(shown).not.toMatch(/-(?!\u2060)| /)
  expect(groupPhone(shown)).toBe('+7 912 345-67-89')
  expect(formatPhone('+7 912 345-67-89')).toBe(shown)
  expect(formatPhone('+375291234567')).toBe('+375291234567')
})
