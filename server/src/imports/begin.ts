import type { FileId, ImportDraft, ImportId, ImportKind, OrganizationId } from '@kolosok/contract'
import { type FilesContext, readOwnUpload } from '#files/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { findHeading, guessColumns } from './guess-columns.ts'
import { guessGroupColumns, isGroupTitle } from './guess-group-columns.ts'
import { guessStaffColumns } from './guess-staff-columns.ts'
import { presentImport } from './present.ts'
import { readTable } from './read-table.ts'
import { findImport, insertImport } from './store.ts'

type Source = { readonly kind: ImportKind } & ({ readonly fileId: FileId } | { readonly text: string })
type Begun = { readonly organizationId: OrganizationId; readonly importId: ImportId; readonly source: Source }

const GUESSES = { children: guessColumns, staff: guessStaffColumns, groups: guessGroupColumns } as const

/** A list of 6 000 lines has 1 MB. */
const LARGEST = 20 * 1024 * 1024
const WORKBOOK = /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\./

/** Reads the list and keeps what it says; the structure stays as it is. A retry returns the first answer. */
export async function beginImport(
  files: FilesContext,
  actor: Actor,
  { organizationId, importId, source }: Begun,
): Promise<ImportDraft> {
  const { db, clock } = files
  await accessOrganization(db, actor, organizationId, 'manageStructure')
  if (!(await findImport(db, importId))) {
    const { name, cells } = await inTurn(() => readSource(files, actor, source))
    if (typeof cells === 'string') throw invalidFields({ ['fileId' in source ? 'fileId' : 'text']: cells })
    const { kind } = source
    const heading = findHeading(cells, kind === 'groups' ? isGroupTitle : undefined)
    const { lines: headingLines, titles } = heading
    const meanings = GUESSES[kind](cells, heading)
    const created = { createdBy: actor.accountId, createdAt: clock() }
    await insertImport(db, {
      id: importId,
      organizationId,
      kind,
      name,
      cells,
      headingLines,
      titles,
      meanings,
      ...created,
    })
  }
  const row = await findImport(db, importId)
  if (row?.organizationId !== organizationId) throw new AppError('not-found')
  return presentImport(files, db, row)
}

async function readSource(files: FilesContext, actor: Actor, source: Source) {
  if ('text' in source)
    return { name: '', cells: await readTable({ bytes: Buffer.from(source.text), isWorkbook: false }) }
  const { name, size, mediaType, read } = await readOwnUpload(files, actor, source.fileId).catch((error: unknown) => {
    throw error instanceof AppError ? invalidFields({ fileId: 'file-missing' }) : error
  })
  if (size > LARGEST) throw invalidFields({ fileId: 'table-too-heavy' })
  // To what a document unpacks was proven when it was taken; of other archives nobody knows.
  return { name, cells: await readTable({ bytes: await read(), isWorkbook: WORKBOOK.test(mediaType) }) }
}

let turn: Promise<unknown> = Promise.resolve()

/** One after another: each may take all the memory that a list is granted. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = turn.then(work)
  turn = result.catch(() => undefined)
  return result
}
