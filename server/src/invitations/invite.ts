import type { ChildId, GroupId, Invitation, InvitationId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
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
  listChildrenWithOpenOne,
  listGroupChildren,
  listManagers,
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

    await lockChildren(tx, wanted)
    const open = new Set(await listChildrenWithOpenOne(tx, wanted, context.clock()))
    const draft = await prepare(context, tx, actor, organizationId, terms)
    const drafts = wanted.filter((id) => !open.has(id)).map((id) => draft(newId<InvitationId>(), id, ''))
    const created = await insertInvitations(tx, drafts)
    if (created > 0) {
      await recordAudit(tx, actor, {
        organizationId,
        action: 'invitation.created',
        subjectKind: 'group',
        subjectId: groupId,
        details: { kind: 'child', invitationIds: drafts.map(({ id }) => id), ...terms },
      })
      const managers = await listManagers(tx, organizationId, [groupId])
      afterCommit(() => {
        publishStale(context.bus, managers, 'invitations')
      })
    }
    return { created, children: await describeChildren(context, tx, groupId) }
  })
}

/** What all invitations of one request share. */
async function prepare(context: Context, tx: Tx, actor: Actor, organizationId: OrganizationId, terms: Terms) {
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
