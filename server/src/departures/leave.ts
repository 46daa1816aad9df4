import type { MembershipId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { endGuardianship } from '#children/index.ts'
import { handOverChats } from '#group-chats/index.ts'
import { leaveGroups } from '#groups/index.ts'
import { handOverLinks } from '#invitations/index.ts'
import { handOverMailings } from '#mailings/index.ts'
import { endMembership, findMembership, listTaughtGroups } from '#memberships/index.ts'
import {
  finishStructureChange,
  getStaffGroupId,
  lockOrganization,
  type StructureContext,
} from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessDeparture, type Target } from './access.ts'
import { checkHandover, type Handover } from './check.ts'
import { findEstate } from './estate.ts'
import { listChildrenOf } from './estate.store.ts'
import { type FoundDeparture, listGroupsOfChildren } from './store.ts'

/** Everything gets new hands, and the membership ends; the account stays, which may be somebody elsewhere. */
export function leave(
  context: StructureContext,
  actor: Actor,
  { organizationId, membershipId, ...asked }: Target & Handover,
): Promise<Record<string, never>> {
  const target = { organizationId, membershipId }
  return transact(context.db, async (tx, afterCommit) => {
    await accessDeparture(tx, actor, target, 'see')
    await lockOrganization(tx, organizationId)
    const found = await accessDeparture(tx, actor, target, 'leave')
    if (found.hasLeft) return {}
    const handover = checkHandover(await findEstate(context, tx, found), asked)
    const groupIds = [
      await getStaffGroupId(tx, organizationId),
      ...(await listTaughtGroups(tx, membershipId)),
      ...(await listGroupsOfChildren(tx, membershipId)),
    ]
    await handOver(context, tx, actor, { found, handover }, afterCommit)
    await leaveChildren(tx, actor, found)
    await endMembership(tx, actor, found)
    const accountIds = [found.accountId]
    await finishStructureChange(context, tx, actor, { organizationId, groupIds, accountIds }, afterCommit)
    afterCommit(() => {
      publishStale(context.bus, accountIds, 'account')
    })
    return {}
  })
}

type Going = { readonly found: FoundDeparture; readonly handover: Handover }

/** Before the membership ends: the one that goes is known as the owner until then. */
async function handOver(
  context: StructureContext,
  tx: Tx,
  actor: Actor,
  { found, handover }: Going,
  afterCommit: AfterCommit,
): Promise<void> {
  const { id: membershipId, organizationId, accountId: from, isStaffBesides } = found
  await leaveGroups(tx, actor, { organizationId, membershipId, heirs: handover.groups })
  const links = { organizationId, from: membershipId, to: handover.linksTo }
  await handOverLinks(context, tx, actor, links, afterCommit)
  if (isStaffBesides) return
  const chatHeir = await findHeir(tx, handover.chatsTo)
  if (chatHeir) await handOverChats(context, tx, actor, { organizationId, from, to: chatHeir }, afterCommit)
  const linkHeir = await findHeir(tx, handover.linksTo)
  await handOverMailings(context, tx, { organizationId, from, to: linkHeir?.accountId ?? null })
}

async function findHeir(tx: Tx, id: MembershipId | null) {
  const heir = id === null ? undefined : await findMembership(tx, id)
  return heir && { accountId: heir.accountId, membershipId: heir.id }
}

/** The children stay; coming back one day, they would not bring somebody with them who has gone. */
async function leaveChildren(
  tx: Tx,
  actor: Actor,
  { id: membershipId, organizationId }: FoundDeparture,
): Promise<void> {
  for (const { id: childId } of await listChildrenOf(tx, membershipId)) {
    await endGuardianship(tx, { childId, membershipId })
    const subject = { subjectKind: 'child', subjectId: childId, details: { membershipId } }
    await recordAudit(tx, actor, { organizationId, action: 'guardian.removed', ...subject })
  }
}
