import { expect, test } from 'vitest'
import { Canvas } from './canvas.ts'

const size = { width: 8, height: 4 }

/** All of one brightness, and of one colour. */
const picture = (width: number, height: number, light: number, colour = 90) => {
  const data = new Uint8Array((width * height * 3) / 2).fill(colour)
  data.fill(light, 0, width * height)
  return { width, height, data }
}
const linesOf = (canvas: Canvas) => {
  const bytes = canvas.copy()
  return Array.from({ length: size.height }, (_, row) => [...bytes.subarray(row * size.width, (row + 1) * size.width)])
}

test.each([
  ['as large as its place', 4, 4],
  ['twice as large', 8, 8],
  ['of any other size', 6, 6],
  ['smaller', 2, 2],
])('a picture %s fills its place and nothing else', (_, width, height) => {
  const canvas = new Canvas(size)
  canvas.draw(picture(width, height, 200), { x: 4, y: 0, width: 4, height: 4 })
  for (const line of linesOf(canvas)) expect(line).toEqual([24, 24, 24, 24, 200, 200, 200, 200])
  // Both planes of colour, at half the size.
  expect([...canvas.copy().subarray(32)]).toEqual(
    Array.from({ length: 8 }, () => [128, 128, 90, 90])
      .flat()
      .slice(0, 16),
  )
})

test('what was cleared is dark again, and only that', () => {
  const canvas = new Canvas(size)
  canvas.draw(picture(8, 4, 200), { x: 0, y: 0, ...size })
  canvas.clear({ x: 0, y: 0, width: 4, height: 4 })
  for (const line of linesOf(canvas)) expect(line).toEqual([24, 24, 24, 24, 200, 200, 200, 200])
})

test('what was taken stays as it was, whatever is drawn later', () => {
  const canvas = new Canvas(size)
  const before = canvas.copy()
  canvas.draw(picture(8, 4, 200), { x: 0, y: 0, ...size })
  expect(before[0]).toBe(24)
})
