import type { ImportId, ImportState } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { findImport, type ImportRow } from './store.ts'

/** The only door to an import: those have it who manage the structure; for anybody else there is none. */
export async function accessImport(db: Db, actor: Actor, id: ImportId): Promise<ImportRow> {
  const found = await findImport(db, id)
  if (!found) throw new AppError('not-found')
  await accessOrganization(db, actor, found.organizationId, 'manageStructure').catch((error: unknown) => {
    throw error instanceof AppError ? new AppError('not-found') : error
  })
  return found
}

/** The same, while it is in that state: a draft can be changed, what was applied can be undone. */
export async function requireState(db: Db, actor: Actor, id: ImportId, state: ImportState): Promise<ImportRow> {
  const row = await accessImport(db, actor, id)
  if (row.state !== state) throw new AppError('import-over')
  return row
}
