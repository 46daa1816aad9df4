import type { GroupId, InvitationId, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import { attachInvited } from '#groups/index.ts'
import { revokePersonalCodes } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import {
  type Attached,
  forgetContacts,
  insertInvitees,
  type Invitee,
  listGroupsOfInvitation,
  lockAndAskForUse,
} from './colleagues.store.ts'
import { prepare } from './invite.ts'
import { insertInvitations, revokeInvitations } from './write.store.ts'

/** A list lies around longer than a sheet handed out today. */
const TERMS = { useLimit: 1, days: 30 }

export type Colleague = Invitee & {
  readonly invitationId: InvitationId
  readonly position: string
  readonly groups: readonly Attached[]
}

/** One invitation for each, with position and groups. For whoever has asked at the door and holds the organization. */
export async function inviteColleagues(
  context: Context,
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  colleagues: readonly Colleague[],
): Promise<void> {
  const draft = await prepare(context, tx, actor, organizationId, TERMS)
  const drafts = colleagues.map(({ invitationId, position }) => draft(invitationId, null, position))
  // PostgreSQL takes 65 535 parameters in one statement.
  for (let at = 0; at < drafts.length; at += 1000) await insertInvitations(tx, drafts.slice(at, at + 1000))
  for (let at = 0; at < colleagues.length; at += 1000) await insertInvitees(tx, colleagues.slice(at, at + 1000))
  const entry = { organizationId, action: 'invitation.created', subjectKind: 'invitation' } as const
  await recordAudits(
    tx,
    actor,
    colleagues.map(({ invitationId }) => ({ ...entry, subjectId: invitationId, details: { kind: 'staff', ...TERMS } })),
  )
}

/** Takes them back, all or none: false, and nothing done, once somebody has come in by one of them. */
export async function takeInvitationsBack(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, ids }: { organizationId: OrganizationId; ids: readonly InvitationId[] },
): Promise<boolean> {
  if (await lockAndAskForUse(tx, ids)) return false
  const ended = await revokeInvitations(tx, ids, { at: context.clock(), by: actor.accountId })
  await forgetContacts(tx, ids)
  await revokePersonalCodes(context, tx, ended)
  const entry = { organizationId, action: 'invitation.revoked', subjectKind: 'invitation' } as const
  await recordAudits(
    tx,
    actor,
    ended.map((subjectId) => ({ ...entry, subjectId })),
  )
  return true
}

type Coming = {
  readonly organizationId: OrganizationId
  readonly invitationId: InvitationId
  readonly membershipId: MembershipId
}

/** Who accepts gets the groups that came with the invitation; those that are new to them. */
export async function attachToGroups(
  tx: Tx,
  actor: Actor,
  { organizationId, invitationId, membershipId }: Coming,
): Promise<GroupId[]> {
  const groups = await listGroupsOfInvitation(tx, invitationId)
  await forgetContacts(tx, [invitationId])
  if (groups.length > 0) await attachInvited(tx, actor, { organizationId, membershipId, groups })
  return groups.map(({ groupId }) => groupId)
}
