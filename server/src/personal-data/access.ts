import type { DataExportId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { exportPolicy } from './policy.ts'
import { type ExportRow, findExport } from './store.ts'

/** The only door to an archive. */
export async function accessExport(db: Db, actor: Actor, id: DataExportId): Promise<ExportRow> {
  const found = await findExport(db, id)
  const facts = found && { isOwner: found.account_id === actor.accountId, state: found.state }
  if (!facts || exportPolicy.read(facts) !== 'allow') throw new AppError('not-found')
  return found
}
