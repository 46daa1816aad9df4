import type { MembershipId, OrganizationId, StaffMember } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import {
  accessOrganization,
  finishStructureChange,
  isOffered,
  getStaffGroupId,
  type InOrganization,
  lockOrganization,
  organizationPolicy,
  type OrganizationRole,
  type StructureContext,
} from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { type Db, transact, type Tx } from '#platform/db.ts'
import { type StaffAction, staffPolicy } from './policy.ts'
import {
  findStaffFacts,
  type FoundStaff,
  listGroupsOfStaff,
  listStaff,
  listTaughtGroups,
  type StaffChange,
  updateStaff,
} from './staff.store.ts'
import { findMembership, listMemberships, type Membership } from './store.ts'

export async function getStaff(
  { db }: { db: Db },
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
): Promise<{ staff: StaffMember[] }> {
  const { roles, isClosed } = await accessOrganization(db, actor, organizationId, 'seeStaff')
  return { staff: await presentStaff(db, { organizationId }, { roles, isOrganizationClosed: isClosed }) }
}

async function presentStaff(
  db: Db,
  where: { organizationId: OrganizationId; membershipId?: MembershipId },
  { roles, isOrganizationClosed }: InOrganization & { readonly roles: readonly OrganizationRole[] },
): Promise<StaffMember[]> {
  const staff = await listStaff(db, where)
  // Whoever isn't confirmed does not learn of the groups, not even by the way.
  const seesGroups = organizationPolicy.seePages({ roles }) === 'allow'
  const ids = staff.map(({ person }) => person.membershipId)
  const groups = Map.groupBy(seesGroups ? await listGroupsOfStaff(db, ids) : [], (group) => group.membershipId)
  return staff.map((member) => ({
    ...member,
    groups: (groups.get(member.person.membershipId) ?? []).map(({ groupId, name, duty }) => ({ groupId, name, duty })),
    isEditable: isOffered(staffPolicy.edit({ role: member.person.role, readerRoles: roles }), { isOrganizationClosed }),
  }))
}

async function accessStaff(db: Db, actor: Actor, id: MembershipId, action: StaffAction): Promise<FoundStaff> {
  const found = await findStaffFacts(db, id, actor)
  const verdict = found ? staffPolicy[action](found) : 'not-found'
  if (!found || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return found
}

/** A wrong role is corrected in one step; the membership and its history stay. */
export async function editStaff(
  context: StructureContext,
  actor: Actor,
  { membershipId, ...given }: StaffChange & { membershipId: MembershipId },
): Promise<StaffMember> {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessStaff(tx, actor, membershipId, 'edit')
    await lockOrganization(tx, organizationId)
    const found = await accessStaff(tx, actor, membershipId, 'edit')
    const before = await findMembership(tx, membershipId)
    if (!before) throw new AppError('not-found')
    const change = await settle(tx, before, given)
    if (change.isHead !== undefined && change.isHead !== before.isHead) {
      await accessStaff(tx, actor, membershipId, 'nameHead')
    }
    await updateStaff(tx, found, change, actor)
    await recordAudit(tx, actor, {
      organizationId,
      action: 'membership.edited',
      subjectKind: 'membership',
      subjectId: membershipId,
      details: { role: change.role, isHead: change.isHead, hasNewPosition: before.position !== given.position },
    })
    // In «Педагоги» too, where the management moderates.
    const staffGroupId = await getStaffGroupId(tx, organizationId)
    const groupIds = [staffGroupId, ...(await listTaughtGroups(tx, membershipId))]
    const accountIds = [before.accountId]
    await finishStructureChange(context, tx, actor, { organizationId, groupIds, accountIds }, afterCommit)
    const { roles } = await accessOrganization(tx, actor, organizationId, 'seeStaff')
    const [member] = await presentStaff(tx, { organizationId, membershipId }, { roles, isOrganizationClosed: false })
    if (!member) throw new Error('It was there a statement ago')
    return member
  })
}

/** The head belongs to the management; who leaves it is the head no more. */
async function settle(tx: Tx, before: Membership, given: StaffChange): Promise<StaffChange> {
  const role = given.role ?? (before.role === 'management' ? 'management' : 'teacher')
  if (given.isHead === true && role !== 'management') throw invalidFields({ isHead: 'not-management' })
  const others = (await listMemberships(tx, before)).filter((other) => other.id !== before.id)
  if (others.some((other) => other.role === role)) throw new AppError('role-held-already')
  return { ...given, role, ...(role !== 'management' && { isHead: false }) }
}
