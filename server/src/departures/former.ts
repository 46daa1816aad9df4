import type { FormerStaff, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { createMembership, listMemberships } from '#memberships/index.ts'
import {
  accessOrganization,
  finishStructureChange,
  getStaffGroupId,
  lockOrganization,
  type StructureContext,
} from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type Db, transact } from '#platform/db.ts'
import type { Target } from './access.ts'
import { findFormer, listFormer } from './former.store.ts'

const PAGE = 50

export async function getFormer(
  { db }: { db: Db },
  actor: Actor,
  { organizationId, after }: { organizationId: OrganizationId; after?: MembershipId | undefined },
): Promise<{ former: FormerStaff[]; next: MembershipId | null }> {
  await accessOrganization(db, actor, organizationId, 'manageStaff')
  const rows = await listFormer(db, organizationId, { after, limit: PAGE + 1 })
  const former = rows.slice(0, PAGE)
  return { former, next: rows.length > PAGE ? (former.at(-1)?.person.membershipId ?? null) : null }
}

/** As a new membership, so that the time between stays visible; whoever takes somebody back vouches for the status. */
export function takeBack(
  context: StructureContext,
  actor: Actor,
  { organizationId, membershipId }: Target,
): Promise<{ membershipId: MembershipId }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'manageStaff')
    const former = await findFormer(tx, organizationId, membershipId)
    if (!former) throw new AppError('not-found')
    const { accountId, role, position, wasConfirmed } = former
    const held = await listMemberships(tx, { organizationId, accountId })
    const there = held.find((one) => one.role === 'management' || one.role === 'teacher')
    if (there) return { membershipId: there.id }
    const confirmed = wasConfirmed && { confirmedBy: actor.accountId, confirmedAt: context.clock() }
    const { id } = await createMembership(tx, actor, { organizationId, accountId, role, position, ...confirmed })
    await recordAudit(tx, actor, {
      organizationId,
      action: 'membership.taken-back',
      subjectKind: 'membership',
      subjectId: id,
    })
    const groupIds = [await getStaffGroupId(tx, organizationId)]
    const accountIds = [accountId]
    await finishStructureChange(context, tx, actor, { organizationId, groupIds, accountIds }, afterCommit)
    afterCommit(() => {
      publishStale(context.bus, accountIds, 'account')
    })
    return { membershipId: id }
  })
}
