import type { MembershipId } from '@kolosok/contract'
import { createPersonalCode } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { type ComingBackAction, comingBackPolicy } from './policy.ts'
import { findMemberFacts, type FoundMember } from './store.ts'

/** The only door to letting somebody back in. */
async function accessMember(db: Db, actor: Actor, id: MembershipId, action: ComingBackAction): Promise<FoundMember> {
  const member = await findMemberFacts(db, id, actor.accountId)
  const verdict = member ? comingBackPolicy[action](member) : 'not-found'
  if (!member || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return member
}

/** One account's way back, for one who has lost the own ones. */
export async function makeComingBackCode(context: Context, actor: Actor, membershipId: MembershipId) {
  return transact(context.db, async (tx, afterCommit) => {
    const { accountId, organizationId } = await accessMember(tx, actor, membershipId, 'makeCode')
    const purpose = { kind: 'coming-back', accountId, organizationId } as const
    const { code, expiresAt } = await createPersonalCode(context, tx, actor, purpose, afterCommit)
    return { code, expiresAt: expiresAt.toISOString() }
  })
}
