import type { MembershipId } from '@kolosok/contract'
import { listTaughtGroups, setConfirmation } from '#memberships/index.ts'
import { lockOrganization, type StructurePort } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { mayUnconfirm } from './policy.ts'
import { listDeciders, updateConfirmationState } from './store.ts'
import { findMemberFacts, type FoundMember, insertWithdrawn, lockConfirmed } from './unconfirm.store.ts'

/** The only door to somebody's status. */
async function accessStatus(db: Db, actor: Actor, id: MembershipId): Promise<FoundMember> {
  const member = await findMemberFacts(db, id, actor.accountId)
  const verdict = member ? mayUnconfirm(member) : 'not-found'
  if (!member || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return member
}

/** Takes the status «педагог» from whoever holds it, by whichever way they came to it: what it gave ends at once. */
export async function unconfirm(
  context: Context,
  structure: StructurePort,
  actor: Actor,
  { membershipId, reason }: { readonly membershipId: MembershipId; readonly reason: string },
): Promise<Record<string, never>> {
  await transact(context.db, async (tx, afterCommit) => {
    const { organizationId, accountId } = await accessStatus(tx, actor, membershipId)
    const confirmationId = await lockConfirmed(tx, membershipId)
    await lockOrganization(tx, organizationId)
    const member = await accessStatus(tx, actor, membershipId)
    if (member.confirmedAt === null) return

    const decided = { reason, at: context.clock(), by: actor.accountId }
    if (confirmationId) await updateConfirmationState(tx, confirmationId, { ...decided, state: 'withdrawn' })
    else await insertWithdrawn(tx, membershipId, member, decided)
    const membership = { id: membershipId, organizationId }
    await setConfirmation(tx, actor, { membership, isConfirmed: false, now: decided.at })
    const groupIds = await listTaughtGroups(tx, membershipId)
    await structure.changed(tx, actor, { organizationId, groupIds, accountIds: [accountId] }, afterCommit)
    const deciders = await listDeciders(tx, organizationId)
    afterCommit(() => {
      publishStale(context.bus, deciders, 'confirmations', 'structure')
      publishStale(context.bus, [accountId], 'confirmations', 'account', 'structure')
    })
  })
  return {}
}
