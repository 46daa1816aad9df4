import type { Sheet } from './sheet.ts'

/** Hands a list to the person as a workbook; the writer is loaded when it is first wanted. */
export async function saveWorkbook({ file, heads, rows }: Pick<Sheet, 'file' | 'heads' | 'rows'>): Promise<void> {
  const { default: writeWorkbook } = await import('write-excel-file/browser')
  const heading = heads.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }))
  // Typed as text: a name that begins with «=», «+», «-» or «@» stays a name.
  const body = rows.map((row) => row.map((value) => ({ value, type: String })))
  const columns = heads.map(({ width }) => ({ width }))
  await writeWorkbook([heading, ...body], { columns, stickyRowsCount: 1 }).toFile(`${file}.xlsx`)
}
