import type { RollOverId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { findRollOver, type RollOverRow } from './store.ts'

/** The only door to a roll-over: those have it who manage the structure; for anybody else there is none. */
export async function accessRollOver(db: Db, actor: Actor, id: RollOverId): Promise<RollOverRow> {
  const found = await findRollOver(db, id)
  if (!found) throw new AppError('not-found')
  await accessOrganization(db, actor, found.organizationId, 'manageStructure').catch((error: unknown) => {
    throw error instanceof AppError ? new AppError('not-found') : error
  })
  return found
}

/** While it is being prepared. */
export async function accessDraft(db: Db, actor: Actor, id: RollOverId): Promise<RollOverRow> {
  const row = await accessRollOver(db, actor, id)
  if (row.state !== 'draft') throw new AppError('roll-over-over')
  return row
}
