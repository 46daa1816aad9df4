import type { Box, Size } from './layout.ts'

export type Plane = Size & { readonly data: Uint8Array }

/** Draws one plane into a part of another, larger or smaller. The hottest loop of a recording: integers only. */
export function scaleInto(into: Plane, from: Plane, box: Box): void {
  if (from.width === box.width && from.height === box.height) copyInto(into, from, box)
  else if (from.width === 2 * box.width && from.height === 2 * box.height) halveInto(into, from, box)
  else blendInto(into, from, box)
}

function copyInto(into: Plane, from: Plane, { x, y }: Box): void {
  for (let row = 0; row < from.height; row += 1) {
    const start = row * from.width
    into.data.set(from.data.subarray(start, start + from.width), (y + row) * into.width + x)
  }
}

/** What a camera sends is often twice the size of its tile: the middle of four points, without tables. */
function halveInto({ data: out, width: stride }: Plane, { data, width }: Plane, box: Box): void {
  for (let row = 0; row < box.height; row += 1) {
    let to = (box.y + row) * stride + box.x
    let at = 2 * row * width
    for (let column = 0; column < box.width; column += 1, at += 2, to += 1) {
      const sum = byte(data, at) + byte(data, at + 1) + byte(data, at + width) + byte(data, at + width + 1)
      out[to] = (sum + 2) >> 2
    }
  }
}

/** Between four neighbours (bilinear), their weights in 128ths. */
function blendInto({ data: out, width: stride }: Plane, { data, width, height }: Plane, box: Box): void {
  const [columns, rows] = [tableOf(width, box.width), tableOf(height, box.height)]
  for (let row = 0; row < box.height; row += 1) {
    const line = rows[row] ?? 0
    const below = line & 127
    const above = 128 - below
    const start = (line >> 7) * width
    let to = (box.y + row) * stride + box.x
    for (let column = 0; column < box.width; column += 1, to += 1) {
      const point = columns[column] ?? 0
      const right = point & 127
      const left = 128 - right
      const upper = start + (point >> 7)
      const lower = upper + width
      const over = byte(data, upper) * left + byte(data, upper + 1) * right
      const under = byte(data, lower) * left + byte(data, lower + 1) * right
      out[to] = (over * above + under * below) >> 14
    }
  }
}

/** Within the plane by construction; what lies behind its end counts nothing. */
const byte = (data: Uint8Array, index: number): number => data[index] ?? 0

const tables = new Map<string, Int32Array>()

/** For each point of the target: the first of its two neighbours, and in the low seven bits the weight of the second. */
function tableOf(from: number, to: number): Int32Array {
  const key = `${String(from)}:${String(to)}`
  const known = tables.get(key)
  if (known) return known
  const table = new Int32Array(to)
  for (let index = 0; index < to; index += 1) {
    const position = Math.min(Math.max(((index + 0.5) * from) / to - 0.5, 0), Math.max(0, from - 1.01))
    table[index] = (Math.floor(position) << 7) | Math.floor((position % 1) * 128)
  }
  tables.set(key, table)
  return table
}
