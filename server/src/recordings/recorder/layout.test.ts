import { expect, test } from 'vitest'
import { fitInto, layOut } from './layout.ts'

const size = { width: 1280, height: 720 }
const cameras = (count: number) => Array.from({ length: count }, (_, index) => ({ index, isScreen: false }))
const screen = { index: -1, isScreen: true }

test.each([
  [1, { width: 1280, height: 720 }],
  [2, { width: 640, height: 720 }],
  [3, { width: 640, height: 360 }],
  [6, { width: 426, height: 360 }],
])('%i cameras are all alike', (count, tile) => {
  const boxes = [...layOut(cameras(count), size).values()]
  expect(boxes).toHaveLength(count)
  for (const box of boxes) expect(box).toMatchObject(tile)
})

test('a shared screen is large, the cameras in a column beside it, none over another or out of the picture', () => {
  const boxes = [...layOut([...cameras(6), screen], size).values()]
  expect(boxes[0]).toEqual({ x: 0, y: 0, width: 1024, height: 720 })
  for (const [index, box] of boxes.slice(1).entries()) {
    expect(box).toMatchObject({ x: 1024, width: 256 })
    expect(box.y).toBe(index * box.height)
    expect(box.y + box.height).toBeLessThanOrEqual(720)
  }
})

test('a screen alone has all the room, and nobody has none', () => {
  expect([...layOut([screen], size).values()]).toEqual([{ x: 0, y: 0, ...size }])
  expect(layOut([], size).size).toBe(0)
})

test('a picture keeps its shape, in the middle of its box', () => {
  expect(fitInto({ x: 100, y: 0, width: 400, height: 400 }, { width: 640, height: 360 })).toEqual({
    ...{ x: 100, y: 88, width: 400, height: 224 },
  })
})
