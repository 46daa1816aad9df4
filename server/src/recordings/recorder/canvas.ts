import { type Box, fitInto, type Size } from './layout.ts'
import { type Plane, scaleInto } from './scale.ts'

/** I420 without padding: one byte of brightness for each point, then two planes of colour at half the size. */
export type Picture = Size & { readonly data: Uint8Array }

const DARK = 24
const GREY = 128

/** The picture that is recorded, put together from those of everybody on it. */
export class Canvas {
  readonly size: Size
  readonly #planes: readonly Plane[]
  readonly #bytes: Buffer

  constructor(size: Size) {
    this.size = size
    this.#bytes = Buffer.alloc((size.width * size.height * 3) / 2)
    this.#planes = planesOf({ ...size, data: this.#bytes })
    this.clear()
  }

  /** As it is now; the canvas itself goes on changing. */
  copy(): Buffer {
    return Buffer.from(this.#bytes)
  }

  clear(box: Box = { x: 0, y: 0, ...this.size }): void {
    for (const [index, { data, width: stride }] of this.#planes.entries()) {
      const { x, y, width, height } = index === 0 ? box : halved(box)
      for (let row = y; row < y + height; row += 1) {
        data.fill(index === 0 ? DARK : GREY, row * stride + x, row * stride + x + width)
      }
    }
  }

  draw(picture: Picture, box: Box): void {
    if (box.width === 0 || box.height === 0 || picture.width === 0 || picture.height === 0) return
    const place = fitInto(box, picture)
    for (const [index, from] of planesOf(picture).entries()) {
      const into = this.#planes[index]
      if (into) scaleInto(into, from, index === 0 ? place : halved(place))
    }
  }
}

const halved = ({ x, y, width, height }: Box): Box => ({ x: x / 2, y: y / 2, width: width / 2, height: height / 2 })

function planesOf({ data, width, height }: Picture): Plane[] {
  const colour = { width: (width + 1) >> 1, height: (height + 1) >> 1 }
  const [points, colours] = [width * height, colour.width * colour.height]
  return [
    { width, height, data: data.subarray(0, points) },
    { ...colour, data: data.subarray(points, points + colours) },
    { ...colour, data: data.subarray(points + colours, points + 2 * colours) },
  ]
}
