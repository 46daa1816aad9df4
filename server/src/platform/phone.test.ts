import { expect, test } from 'vitest'
import { formatPhone, parsePhone } from './phone.ts'

test.each([
  '+7 912 345-67-89',
  '8 912 345-67-89',
  '8 (912) 345 67 89',
  '89123456789',
  '79123456789',
  '9123456789',
  '912 345 67 89',
  '+8 912 345 67 89',
  ' +7(912)3456789 ',
  'тел. 8-912-345-67-89',
  79123456789,
  9123456789,
])('«%s» is read as one and the same number', (spelled) => {
  expect(parsePhone(spelled)).toBe('+79123456789')
})

test('a number of another country keeps it', () => {
  expect(parsePhone('+375 29 123-45-67')).toBe('+375291234567')
})

test.each(['', '123', 'мама', '8 912 345', '8 912 345-67-8', '+7 912 345 67 89 00', '+7 912 345-67-89 доб. 5', '0'])(
  '«%s» is no number',
  (spelled) => {
    expect(parsePhone(spelled)).toBeNull()
  },
)

test('a number is shown as it is written here', () => {
  expect(formatPhone('+79123456789')).toBe('+7 912 345-67-89')
  expect(formatPhone('+375291234567')).toBe('+375 29 123 45 67')
})
