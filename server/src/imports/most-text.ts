/** Characters in all cells; a list of 6 000 lines has one million. A workbook can say the same word a million times. */
export const MOST_TEXT = 4_000_000

export const textIn = (rows: readonly (readonly string[])[]): number =>
  rows.reduce((sum, row) => row.reduce((inRow, cell) => inRow + cell.length, sum), 0)
