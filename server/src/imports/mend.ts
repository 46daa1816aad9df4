import { type ColumnMeaning, columnMeanings, type ImportDraft, type ImportId, type ImportLine } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessImport, requireState } from './access.ts'
import { MOST_TEXT, textIn } from './most-text.ts'
import { presentImport, readAnyLines } from './present.ts'
import { type ImportRow, lockImport, updateImport } from './store.ts'

type One = { readonly importId: ImportId }

export async function setColumns(
  context: Context,
  actor: Actor,
  { importId, meanings }: One & { meanings: readonly ColumnMeaning[] },
): Promise<ImportDraft> {
  return transact(context.db, async (tx) => {
    const row = await openDraft(tx, actor, importId)
    const named = meanings.filter((meaning) => meaning !== 'ignored')
    if (meanings.length !== row.meanings.length) throw invalidFields({ meanings: 'wrong-count' })
    if (new Set(named).size < named.length) throw invalidFields({ meanings: 'twice' })
    const known: readonly ColumnMeaning[] = columnMeanings[row.kind]
    if (meanings.some((meaning) => !known.includes(meaning))) throw invalidFields({ meanings: 'other-kind' })
    await updateImport(tx, importId, { meanings })
    return presentImport(context, tx, await accessImport(tx, actor, importId))
  })
}

type Mended = One & {
  readonly line: number
  readonly cells?: Readonly<Record<string, string>> | undefined
  readonly isSkipped?: boolean | undefined
  readonly isNamesake?: boolean | undefined
}

export async function mendLine(
  context: Context,
  actor: Actor,
  { importId, line, cells = {}, isSkipped, isNamesake }: Mended,
): Promise<{ draft: ImportDraft; line: ImportLine }> {
  return transact(context.db, async (tx) => {
    const row = await openDraft(tx, actor, importId)
    await updateImport(tx, importId, {
      cells: mended(row, line, cells),
      skipped: toggled(row.skipped, line, isSkipped),
      namesakes: toggled(row.namesakes, line, isNamesake),
    })
    const after = await accessImport(tx, actor, importId)
    const found = (await readAnyLines(context, tx, after)).lines.find((one) => one.line.line === line)
    if (!found) throw new AppError('not-found')
    return { draft: await presentImport(context, tx, after), line: found.line }
  })
}

function mended({ cells }: ImportRow, line: number, given: Readonly<Record<string, string>>): string[][] {
  if (!cells[line - 1]) throw new AppError('not-found')
  const changed = cells.map((row) => [...row])
  for (const [column, text] of Object.entries(given)) {
    if (cells[line - 1]?.[Number(column)] === undefined) throw invalidFields({ [`cells/${column}`]: 'unknown' })
    ;(changed[line - 1] ?? [])[Number(column)] = text.trim()
  }
  // Mending must not make of a draft what would not have been taken as a list.
  if (textIn(changed) > Math.max(MOST_TEXT, textIn(cells))) throw invalidFields({ cells: 'table-too-heavy' })
  return changed
}

function toggled(lines: readonly number[], line: number, isIn: boolean | undefined): readonly number[] {
  if (isIn === undefined) return lines
  return isIn ? [...new Set([...lines, line])] : lines.filter((other) => other !== line)
}

/** Held until the transaction ends; what has been brought in is not changed any more. */
async function openDraft(tx: Tx, actor: Actor, importId: ImportId): Promise<ImportRow> {
  await lockImport(tx, importId)
  return requireState(tx, actor, importId, 'draft')
}
