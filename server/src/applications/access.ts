import type { ApplicationId } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Db, Tx } from '#platform/db.ts'
import { hashLink } from './link.ts'
import { type ApplicationAction, applicationPolicy } from './policy.ts'
import { type ApplicationRow, findApplication, findApplicationId, lockApplication } from './store.ts'

type Asked = { readonly action: ApplicationAction; readonly revision?: number }

/**
 * The only door to an application that is going to change. The operator's session has been checked by the
 * endpoint's access; the applicant's right is the link itself. Locked until the end of the transaction.
 */
export async function accessApplication(
  tx: Tx,
  id: ApplicationId,
  { action, revision }: Asked,
): Promise<ApplicationRow> {
  if (!(await findApplication(tx, id))) throw new AppError('not-found')
  const application = await lockApplication(tx, id)
  const facts = { state: application.state, isClaimed: application.claimed_at !== null }
  const verdict = applicationPolicy[action](facts)
  if (verdict !== 'allow') throw new AppError(verdict)
  if (revision !== undefined && revision !== application.revision) throw new AppError('application-changed')
  return application
}

export async function getApplicationId(db: Db, token: string): Promise<ApplicationId> {
  const id = await findApplicationId(db, hashLink(token))
  if (!id) throw new AppError('not-found')
  return id
}
