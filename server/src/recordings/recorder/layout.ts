export type Size = { readonly width: number; readonly height: number }
export type Box = Size & { readonly x: number; readonly y: number }

/** What colour planes at half the size need. */
const even = (length: number): number => Math.floor(length / 2) * 2

/** Where each picture goes: a shared screen large with the others in a column beside it, else all alike in a grid. */
export function layOut<T extends { readonly isScreen: boolean }>(pictures: readonly T[], size: Size): Map<T, Box> {
  const screen = pictures.find(({ isScreen }) => isScreen)
  if (!screen) return new Map(pictures.map((picture, index) => [picture, gridBox(index, pictures.length, size)]))
  const others = pictures.filter((picture) => picture !== screen)
  const side = others.length === 0 ? 0 : even(size.width / 5)
  const height = even(Math.min(size.height / Math.max(1, others.length), (side * 9) / 16))
  const large: Box = { x: 0, y: 0, width: size.width - side, height: size.height }
  return new Map([
    [screen, large],
    ...others.map((picture, index): [T, Box] => [picture, { x: large.width, y: index * height, width: side, height }]),
  ])
}

function gridBox(index: number, count: number, size: Size): Box {
  const columns = Math.ceil(Math.sqrt(count))
  const width = even(size.width / columns)
  const height = even(size.height / Math.ceil(count / columns))
  return { x: (index % columns) * width, y: Math.floor(index / columns) * height, width, height }
}

/** The part of a box that a picture fills, as large as fits, in its middle. */
export function fitInto(box: Box, picture: Size): Box {
  const scale = Math.min(box.width / picture.width, box.height / picture.height)
  const [width, height] = [even(picture.width * scale), even(picture.height * scale)]
  return { x: box.x + even((box.width - width) / 2), y: box.y + even((box.height - height) / 2), width, height }
}
