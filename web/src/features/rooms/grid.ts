const MAX_TILES = 25
/** Smaller, and a face is no longer a face. */
const MIN_WIDTH = 104
const MIN_HEIGHT = 92
const SHAPE = 16 / 9

export type GridShape = { readonly columns: number; readonly rows: number; readonly size: number }

/** How many tiles fit on a page, and in which columns they come out largest. */
export function gridFor(people: number, width: number, height: number): GridShape {
  const fitting = Math.max(1, Math.floor(width / MIN_WIDTH)) * Math.max(1, Math.floor(height / MIN_HEIGHT))
  const size = Math.min(MAX_TILES, fitting)
  const count = Math.max(1, Math.min(people, size))
  let best = { columns: 1, rows: count, side: 0 }
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns)
    const side = Math.min(width / columns, (height / rows) * SHAPE)
    if (side > best.side) best = { columns, rows, side }
  }
  return { columns: best.columns, rows: best.rows, size }
}
