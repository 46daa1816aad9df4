import type { ColumnMeaning, ImportDraft, ImportId, ImportLine } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessImport, requireState } from './access.ts'
import { presentImport, presentLine, readLines } from './present.ts'
import { type ImportRow, lockImport, updateImport } from './store.ts'

type One = { readonly importId: ImportId }

export async function setColumns(
  { db }: Context,
  actor: Actor,
  { importId, meanings }: One & { meanings: readonly ColumnMeaning[] },
): Promise<ImportDraft> {
  return transact(db, async (tx) => {
    const row = await openDraft(tx, actor, importId)
    const named = meanings.filter((meaning) => meaning !== 'ignored')
    if (meanings.length !== row.meanings.length) throw invalidFields({ meanings: 'wrong-count' })
    if (new Set(named).size < named.length) throw invalidFields({ meanings: 'twice' })
    await updateImport(tx, importId, { meanings })
    return presentImport(tx, await accessImport(tx, actor, importId))
  })
}

type Mended = One & {
  readonly line: number
  readonly cells?: Readonly<Record<string, string>> | undefined
  readonly isSkipped?: boolean | undefined
  readonly isNamesake?: boolean | undefined
}

export async function mendLine(
  { db }: Context,
  actor: Actor,
  { importId, line, cells = {}, isSkipped, isNamesake }: Mended,
): Promise<{ draft: ImportDraft; line: ImportLine }> {
  return transact(db, async (tx) => {
    const row = await openDraft(tx, actor, importId)
    await updateImport(tx, importId, {
      cells: mended(row, line, cells),
      skipped: toggled(row.skipped, line, isSkipped),
      namesakes: toggled(row.namesakes, line, isNamesake),
    })
    const after = await accessImport(tx, actor, importId)
    const found = (await readLines(tx, after)).lines.find((one) => one.line === line)
    if (!found) throw new AppError('not-found')
    return { draft: await presentImport(tx, after), line: presentLine(found) }
  })
}

function mended({ cells }: ImportRow, line: number, given: Readonly<Record<string, string>>): string[][] {
  if (!cells[line - 1]) throw new AppError('not-found')
  const changed = cells.map((row) => [...row])
  for (const [column, text] of Object.entries(given)) {
    if (cells[line - 1]?.[Number(column)] === undefined) throw invalidFields({ [`cells/${column}`]: 'unknown' })
    ;(changed[line - 1] ?? [])[Number(column)] = text.trim()
  }
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
