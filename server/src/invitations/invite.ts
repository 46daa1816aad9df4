import type { ChildId, GroupId, Invitation, InvitationId, OrganizationId } from '@kolosok/contract'
import { recordAudit, recordAudits } from '#audit/index.ts'
import { accessGroup } from '#groups/index.ts'
import { hashToken } from '#identity/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { describeChildren } from './of-group.ts'
import { present } from './present.ts'
import { findInvitationFacts, getInvitationRow } from './store.ts'
import { tokenOf } from './token.ts'
import {
  getInviter,
  insertInvitations,
  listGroupChildren,
  listManagers,
  listOpenOnes,
  lockChildren,
  type NewInvitation,
} from './write.store.ts'

type Terms = { readonly useLimit: number; readonly days: number }

export async function inviteStaff(
  context: Context,
  actor: Actor,
  { organizationId, invitationId, position, ...terms }: StaffInvitation,
): Promise<Invitation> {
  return transact(context.db, async (tx, afterCommit) => {
    await accessOrganization(tx, actor, organizationId, 'inviteAnybody')
    const draft = await prepare(context, tx, actor, organizationId, terms)
    const created = await insertInvitations(tx, [draft(invitationId, null, position)])
    if (created === 0) await refuseAnothers(tx, actor, organizationId, invitationId)
    if (created > 0) {
      await recordAudit(tx, actor, {
        organizationId,
        action: 'invitation.created',
        subjectKind: 'invitation',
        subjectId: invitationId,
        details: { kind: 'staff', ...terms },
      })
      const managers = await listManagers(tx, organizationId, [])
      afterCommit(() => {
        publishStale(context.bus, managers, 'invitations')
      })
    }
    return present(context, await getInvitationRow(tx, invitationId, context.clock()))
  })
}

type StaffInvitation = Terms & {
  readonly organizationId: OrganizationId
  readonly invitationId: InvitationId
  readonly position: string
}

/** A retry names an id of this very organization; any other id is nobody's business. */
async function refuseAnothers(tx: Tx, actor: Actor, organizationId: OrganizationId, id: InvitationId): Promise<void> {
  const there = await findInvitationFacts(tx, id, actor.accountId)
  if (there?.organizationId !== organizationId || there.kind !== 'staff') throw new AppError('not-found')
}

/** One invitation for each child of a group that has no open one; doing it again changes nothing. */
export async function inviteFamilies(
  context: Context,
  actor: Actor,
  { groupId, childIds, ...terms }: Terms & { groupId: GroupId; childIds?: readonly ChildId[] | undefined },
) {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessGroup(tx, actor, groupId, 'invite')
    const inGroup = (await listGroupChildren(tx, groupId)).map((child) => child.id)
    const wanted = childIds ?? inGroup
    if (wanted.some((id) => !inGroup.includes(id))) throw invalidFields({ childIds: 'not-in-group' })

    const { created } = await openToFamilies(context, tx, actor, {
      organizationId,
      groupId,
      childIds: wanted,
      ...terms,
    })
    if (created > 0) {
      const managers = await listManagers(tx, organizationId, [groupId])
      afterCommit(() => {
        publishStale(context.bus, managers, 'invitations')
      })
    }
    return { created, children: await describeChildren(context, tx, groupId) }
  })
}

type Families = Terms & {
  readonly organizationId: OrganizationId
  /** Where they were invited from; null from the whole organization. */
  readonly groupId: GroupId | null
  readonly childIds: readonly ChildId[]
}

/** An open invitation for each of these children: the one there is, or a new one. Who calls has asked at the door. */
export async function openToFamilies(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, groupId, childIds, ...terms }: Families,
): Promise<{ created: number; open: ReadonlyMap<ChildId, InvitationId> }> {
  await lockChildren(tx, childIds)
  const found = await listOpenOnes(tx, childIds, context.clock())
  const open = new Map(found.map((one) => [one.childId, one.invitationId]))
  const draft = await prepare(context, tx, actor, organizationId, terms)
  const drafts = childIds.filter((id) => !open.has(id)).map((id) => draft(newId<InvitationId>(), id, ''))
  const created = await insertInvitations(tx, drafts)
  for (const { id, childId } of drafts) if (childId) open.set(childId, id)
  if (created > 0) {
    await recordAudit(tx, actor, {
      organizationId,
      action: 'invitation.created',
      subjectKind: groupId === null ? 'organization' : 'group',
      subjectId: groupId ?? organizationId,
      details: { kind: 'child', invitationIds: drafts.map(({ id }) => id), ...terms },
    })
  }
  return { created, open }
}

type Colleagues = Terms & {
  readonly organizationId: OrganizationId
  readonly position: string
  readonly count: number
}

/** That many links for one colleague each. Who calls has asked at the door. */
export async function openToColleagues(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, position, count, ...terms }: Colleagues,
): Promise<InvitationId[]> {
  const draft = await prepare(context, tx, actor, organizationId, terms)
  const drafts = Array.from({ length: count }, () => draft(newId<InvitationId>(), null, position))
  await insertInvitations(tx, drafts)
  const entry = { organizationId, action: 'invitation.created', subjectKind: 'invitation' } as const
  const audits = drafts.map(({ id }) => ({ ...entry, subjectId: id, details: { kind: 'staff', ...terms } }))
  await recordAudits(tx, actor, audits)
  return drafts.map(({ id }) => id)
}

/** What all invitations of one request share. */
export async function prepare(context: Context, tx: Tx, actor: Actor, organizationId: OrganizationId, terms: Terms) {
  const createdBy = await getInviter(tx, organizationId, actor.accountId)
  const createdAt = context.clock()
  const expiresAt = new Date(createdAt.getTime() + terms.days * 24 * 60 * 60 * 1000)
  return (id: InvitationId, childId: ChildId | null, position: string): NewInvitation => ({
    id,
    organizationId,
    childId,
    position,
    tokenHash: hashToken(tokenOf(context, id)),
    useLimit: terms.useLimit,
    expiresAt,
    createdAt,
    createdBy,
  })
}
