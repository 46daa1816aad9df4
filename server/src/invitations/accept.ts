import type { Acceptance, Joined, MembershipId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { addGuardian } from '#children/index.ts'
import { recordConsents } from '#consents/index.ts'
import { hashToken } from '#identity/index.ts'
import { createMembership } from '#memberships/index.ts'
import { lockOrganization, type StructurePort } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { attachToGroups } from './colleagues.ts'
import { getHeld, refuseChat, requireOpen, toJoined } from './open.ts'
import { type HeldInvitation, insertUse, isIn, lockByToken, nameAccount } from './token.store.ts'
import { listManagers } from './write.store.ts'

/** Lets the signed-in account in, once; doing it again leads to the same place and takes no second use. */
export async function acceptInvitation(
  context: Context,
  structure: StructurePort,
  actor: Actor,
  { token, acceptance }: { token: string; acceptance: Acceptance },
): Promise<Joined> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockByToken(tx, hashToken(token))
    // The structure stands still from here on: a child that is being moved has arrived, or goes after us.
    await lockOrganization(tx, (await getHeld(context, tx, token)).organizationId)
    const held = await getHeld(context, tx, token)
    refuseChat(held)
    if (await isIn(tx, held, actor.accountId)) return toJoined(held)
    requireOpen(held)
    if (acceptance.role !== held.role) throw invalidFields({ role: 'other-role' })

    const { organizationId } = held
    await recordConsents(tx, actor, { organizationId, role: held.role, given: acceptance.consents })
    await nameAccount(tx, actor.accountId, acceptance)
    const membershipId = await belong(tx, actor, held, acceptance)
    await insertUse(tx, { invitationId: held.id, accountId: actor.accountId, membershipId, at: context.clock() })
    await recordAudit(tx, actor, {
      organizationId,
      action: 'invitation.accepted',
      subjectKind: 'invitation',
      subjectId: held.id,
      details: { membershipId },
    })
    const attached = await attachToGroups(tx, actor, { organizationId, invitationId: held.id, membershipId })
    const groupIds = [...held.groups.map((group) => group.id), ...attached]
    await structure.changed(tx, actor, { organizationId, groupIds }, afterCommit)
    const managers = await listManagers(tx, organizationId, groupIds)
    afterCommit(() => {
      publishStale(context.bus, [actor.accountId], 'account', 'structure')
      publishStale(context.bus, managers, 'invitations', 'structure')
    })
    return toJoined(held)
  })
}

async function belong(tx: Tx, actor: Actor, held: HeldInvitation, acceptance: Acceptance): Promise<MembershipId> {
  const { organizationId, role, childId } = held
  const typed = acceptance.role === 'teacher' ? acceptance.position : ''
  const { id } = await createMembership(tx, actor, {
    organizationId,
    accountId: actor.accountId,
    role,
    position: held.position === '' ? typed : held.position,
  })
  if (childId !== null && acceptance.role === 'parent') {
    await addGuardian(tx, actor, { organizationId, childId, membershipId: id, label: acceptance.label })
  }
  return id
}
