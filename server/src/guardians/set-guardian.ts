import type { Child, ChildId, MembershipId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessChild, addGuardian, type ClearedChild, listGuardians, presentChild } from '#children/index.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { transact, type Tx } from '#platform/db.ts'
import { findParent, updateLimit } from './store.ts'

type Wanted = {
  readonly childId: ChildId
  readonly membershipId: MembershipId
  readonly label: string
  readonly isLimited: boolean
}

/**
 * A parent who is here already becomes the guardian of one more child, or a guardian is limited to the child; the chats
 * follow. Doing it twice is fine.
 */
export async function setGuardian(context: StructureContext, actor: Actor, wanted: Wanted): Promise<Child> {
  const { childId, membershipId, label, isLimited } = wanted
  return transact(context.db, async (tx, afterCommit) => {
    const seen = await accessChild(tx, actor, childId, 'setGuardian')
    await lockOrganization(tx, seen.organizationId)
    const child = await accessChild(tx, actor, childId, 'setGuardian')
    const { organizationId, groupIds } = child
    const accountId = await getParent(tx, actor, child, membershipId)
    const before = (await listGuardians(tx, childId)).find(({ id }) => id === membershipId)
    if (!before) await addGuardian(tx, actor, { organizationId, childId, membershipId, label })
    if (isLimited !== (before?.isLimited ?? false)) {
      await updateLimit(tx, { childId, membershipId, isLimited })
      const action = isLimited ? 'guardian.limited' : 'guardian.unlimited'
      const subject = { subjectKind: 'child', subjectId: childId, details: { membershipId } }
      await recordAudit(tx, actor, { organizationId, action, ...subject })
    }
    await finishStructureChange(context, tx, actor, { organizationId, groupIds, accountIds: [accountId] }, afterCommit)
    afterCommit(() => {
      publishStale(context.bus, [accountId], 'account')
    })
    return presentChild(tx, child)
  })
}

/** Whom the actor may see here; nobody makes themselves a guardian. */
async function getParent(tx: Tx, actor: Actor, { organizationId, roles }: ClearedChild, id: MembershipId) {
  const reader = roles.includes('admin') ? null : actor.accountId
  const accountId = await findParent(tx, { organizationId, membershipId: id, reader })
  if (!accountId) throw new AppError('not-found')
  if (accountId === actor.accountId) throw new AppError('forbidden')
  return accountId
}
