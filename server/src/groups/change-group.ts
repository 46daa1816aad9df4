import { type AuditAction, type Duty, type Group, type GroupId, type MembershipId, nameKey } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { findMembership } from '#memberships/index.ts'
import { finishStructureChange, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessGroup, type ClearedGroup } from './access.ts'
import { countMembers } from './details.store.ts'
import { getGroup } from './groups.ts'
import { nestingFaults } from './nesting.ts'
import type { GroupAction } from './policy.ts'
import {
  endTeacher,
  listNames,
  lockStructureOf,
  type NewGroup,
  updateArchived,
  updateGroup,
  upsertTeacher,
} from './store.ts'

type InGroup = { readonly groupId: GroupId }
type Done = { readonly action: AuditAction; readonly details?: Record<string, unknown> } | null
type Details = { [Field in keyof Omit<NewGroup, 'id'>]?: NewGroup[Field] | undefined }

export function editGroup(context: StructureContext, actor: Actor, { groupId, ...given }: InGroup & Details) {
  return changeGroup(context, actor, { groupId, action: 'edit' }, async (tx, group) => {
    const fields = (Object.keys(given) as (keyof Details)[]).filter(
      (field) => given[field] !== undefined && given[field] !== group[field],
    )
    if (fields.length === 0) return null
    await refuseBadDetails(tx, group, given)
    await updateGroup(tx, groupId, given)
    return { action: 'group.edited', details: { fields } }
  })
}

/** Both at once, where both are bad. */
async function refuseBadDetails(tx: Tx, group: ClearedGroup, { name, parentId = null }: Details): Promise<void> {
  const isTaken = name !== undefined && (await isNameTaken(tx, group, name))
  const fault = await nestingFault(tx, group, parentId)
  if (isTaken || fault) throw invalidFields({ ...(isTaken && { name: 'taken' }), ...(fault && { parentId: fault }) })
}

async function nestingFault(tx: Tx, { id, organizationId }: ClearedGroup, parentId: GroupId | null) {
  if (parentId === null) return undefined
  const open = (await listNames(tx, organizationId)).filter(({ kind }) => kind !== 'staff')
  return nestingFaults([...open.filter((other) => other.id !== id), { id, parentId }], [id]).get(id)
}

/** Only without children, and without groups in it: nobody disappears by tidying up. */
export function archiveGroup(context: StructureContext, actor: Actor, { groupId }: InGroup) {
  return changeGroup(context, actor, { groupId, action: 'archive' }, async (tx, group) => {
    if (group.isArchived) return null
    const count = (await countMembers(tx, group.organizationId, [groupId])).get(groupId)?.childCount ?? 0
    if (count > 0) throw new AppError('group-not-empty', { params: { count } })
    const inside = (await listNames(tx, group.organizationId)).filter(({ parentId }) => parentId === groupId).length
    if (inside > 0) throw new AppError('group-holds-groups', { params: { count: inside } })
    await updateArchived(tx, groupId, 'archived')
    return { action: 'group.archived' }
  })
}

export function restoreGroup(context: StructureContext, actor: Actor, { groupId }: InGroup) {
  return changeGroup(context, actor, { groupId, action: 'archive' }, async (tx, group) => {
    if (!group.isArchived) return null
    if (await isNameTaken(tx, group, group.name)) throw new AppError('group-name-taken')
    const isDeep = (await nestingFault(tx, group, group.parentId)) !== undefined
    await updateArchived(tx, groupId, { parentId: isDeep ? null : group.parentId })
    return { action: 'group.restored' }
  })
}

export function attachTeacher(
  context: StructureContext,
  actor: Actor,
  { groupId, membershipId, duty }: InGroup & { membershipId: MembershipId; duty: Duty },
) {
  return changeGroup(context, actor, { groupId, action: 'assignTeachers' }, async (tx, group) => {
    await requireStaff(tx, membershipId, group)
    await upsertTeacher(tx, { groupId, membershipId, duty })
    return { action: 'group.teacher-attached', details: { membershipId, duty } }
  })
}

export function detachTeacher(
  context: StructureContext,
  actor: Actor,
  { groupId, membershipId }: InGroup & { membershipId: MembershipId },
) {
  return changeGroup(context, actor, { groupId, action: 'assignTeachers' }, async (tx) => {
    const isEnded = await endTeacher(tx, { groupId, membershipId })
    return isEnded ? { action: 'group.teacher-detached', details: { membershipId } } : null
  })
}

/** Somebody of this organization's staff, now; else there is no such person. */
export async function requireStaff(
  tx: Tx,
  membershipId: MembershipId,
  { organizationId }: Pick<ClearedGroup, 'organizationId'>,
): Promise<void> {
  const membership = await findMembership(tx, membershipId)
  const isStaff = membership?.role === 'teacher' || membership?.role === 'management'
  if (!isStaff || membership.organizationId !== organizationId) throw new AppError('not-found')
}

async function isNameTaken(tx: Tx, group: ClearedGroup, name: string): Promise<boolean> {
  const others = (await listNames(tx, group.organizationId)).filter((other) => other.id !== group.id)
  return others.some((other) => nameKey(other.name) === nameKey(name))
}

/** Waits for other writers of this structure, then asks who may: the one before may have decided otherwise. */
export async function changeGroup(
  context: StructureContext,
  actor: Actor,
  { groupId, action }: InGroup & { action: GroupAction },
  change: (tx: Tx, group: ClearedGroup) => Promise<Done>,
): Promise<Group> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockStructureOf(tx, groupId)
    const group = await accessGroup(tx, actor, groupId, action)
    const done = await change(tx, group)
    if (done) {
      const { organizationId } = group
      await recordAudit(tx, actor, { ...done, organizationId, subjectKind: 'group', subjectId: groupId })
      await finishStructureChange(context, tx, actor, { organizationId, groupIds: [groupId] }, afterCommit)
    }
    return getGroup({ db: tx }, actor, { groupId })
  })
}
