import type { ApplicationId } from '@kolosok/contract'
import { createPersonalCode } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { transact } from '#platform/db.ts'
import { accessApplication } from './access.ts'
import type { ApplicationsContext } from './context.ts'

/** For an administrator whom neither SMS nor a letter reaches: handed over in person, shown this once. */
export async function makeAdministratorCode(context: ApplicationsContext, actor: Actor, id: ApplicationId) {
  return transact(context.db, async (tx, afterCommit) => {
    const { phone, organization_id: organizationId } = await accessApplication(tx, id, { action: 'makeCode' })
    const purpose = { kind: 'joining', phone, organizationId } as const
    const { code, expiresAt } = await createPersonalCode(context, tx, actor, purpose, afterCommit)
    return { code, expiresAt: expiresAt.toISOString() }
  })
}
