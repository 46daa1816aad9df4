import { describe, expect, test } from 'vitest'
import { day, moment, type Spelling, time } from './typed-dates.ts'

/** What stands in the field after typing these keys one by one. */
const typing = ({ next }: Spelling, keys: string): string =>
  keys.split('').reduce((text, key) => text + key + next(text + key), '')

describe('a date', () => {
  test.each(['05.09.2026', '5.9.2026', '05092026', '05/09/2026', '2026-09-05', ' 05.09.2026 '])(
    'written «%s» is the same day',
    (text) => {
      expect(day.read(text, false)).toBe('2026-09-05')
    },
  )

  test('with a short year counts once nothing more comes: it may be the beginning of a long one', () => {
    expect(day.read('05.09.26', false)).toBeNull()
    expect(day.read('05.09.26', true)).toBe('2026-09-05')
  })

  test.each(['', '05.09', '31.02.2026', '00.01.2026', '05.13.2026', 'завтра', '05.09.20261'])(
    '«%s» is none',
    (text) => {
      expect(day.read(text, true)).toBeNull()
    },
  )

  test('is shown as people write it', () => {
    expect([day.show('2026-09-05'), day.show('')]).toEqual(['05.09.2026', ''])
  })

  test('needs only digits: the dots come by themselves', () => {
    expect(typing(day, '05092026')).toBe('05.09.2026')
    expect(typing(day, '5.092026')).toBe('5.09.2026')
  })
})

describe('a time', () => {
  test.each(['07:05', '7:05', '7.05', '705', '0705', '7-05', '7 05'])('written «%s» is the same', (text) => {
    expect(time.read(text, false)).toBe('07:05')
  })

  test('of full hours may be short', () => {
    expect([time.read('7', false), time.read('7', true), time.read('19', true)]).toEqual([null, '07:00', '19:00'])
  })

  test.each(['24:00', '7:60', '25', 'AM'])('«%s» is none', (text) => {
    expect(time.read(text, true)).toBeNull()
  })

  test('needs only digits', () => {
    expect(typing(time, '1930')).toBe('19:30')
    expect(time.read(typing(time, '730'), true)).toBe('07:30')
  })
})

describe('a moment', () => {
  test.each(['05.09.2026 14:30', '5.9.2026, 14.30', '2026-09-05T14:30'])('written «%s» is the same', (text) => {
    expect(moment.read(text, false)).toBe('2026-09-05T14:30')
  })

  test('is both, a day and a time', () => {
    expect([moment.read('05.09.2026', true), moment.read('14:30', true)]).toEqual([null, null])
    expect([moment.show('2026-09-05T14:30'), moment.show('')]).toEqual(['05.09.2026 14:30', ''])
  })

  test('needs only digits', () => {
    expect(typing(moment, '050920261430')).toBe('05.09.2026 14:30')
  })
})
