import { expect, test } from 'vitest'
import { gridFor } from './grid.ts'

test.each([
  { people: 1, on: 'a desktop', width: 1400, height: 720, columns: 1, rows: 1 },
  { people: 2, on: 'a desktop', width: 1400, height: 720, columns: 2, rows: 1 },
  { people: 2, on: 'a phone', width: 344, height: 600, columns: 1, rows: 2 },
  { people: 6, on: 'a desktop', width: 1400, height: 720, columns: 3, rows: 2 },
  { people: 25, on: 'a desktop', width: 1400, height: 720, columns: 5, rows: 5 },
])('$people people on $on stand in $columns × $rows', ({ people, width, height, columns, rows }) => {
  expect(gridFor(people, width, height)).toMatchObject({ columns, rows })
})

test('never more than 25 tiles are on a page, and on a phone only as many as can be made out', () => {
  expect(gridFor(100, 3000, 2000).size).toBe(25)
  expect(gridFor(100, 344, 600).size).toBe(18)
})

test('before the room has been measured one tile is drawn', () => {
  expect(gridFor(3, 0, 0)).toEqual({ columns: 1, rows: 1, size: 1 })
})
