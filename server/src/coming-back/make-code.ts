import type { MembershipId } from '@kolosok/contract'
import { createPersonalCode } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessMember } from './access.ts'

/** One account's way back, for one who has lost the own ones. */
export async function makeComingBackCode(context: Context, actor: Actor, membershipId: MembershipId) {
  return transact(context.db, async (tx, afterCommit) => {
    const { accountId, organizationId } = await accessMember(tx, actor, membershipId, 'makeCode')
    const purpose = { kind: 'coming-back', accountId, organizationId } as const
    const { code, expiresAt } = await createPersonalCode(context, tx, actor, purpose, afterCommit)
    return { code, expiresAt: expiresAt.toISOString() }
  })
}
