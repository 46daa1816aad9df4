import type { Duty, GroupId, InvitationId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, type Tx } from '#platform/db.ts'

export type Invitee = { readonly name: string; readonly phone: string; readonly email: string }
export type Attached = { readonly groupId: GroupId; readonly duty: Duty }

type Expected = Invitee & { readonly invitationId: InvitationId; readonly groups: readonly Attached[] }

export async function insertInvitees(tx: Tx, invitees: readonly Expected[]): Promise<void> {
  if (invitees.length === 0) return
  await tx
    .insertInto('invitee')
    .values(
      invitees.map(({ invitationId, name, phone, email }) => ({ invitation_id: invitationId, name, phone, email })),
    )
    .execute()
  const groups = invitees.flatMap(({ invitationId, groups: attached }) =>
    attached.map(({ groupId, duty }) => ({ invitation_id: invitationId, group_id: groupId, duty })),
  )
  // PostgreSQL takes 65 535 parameters in one statement.
  for (let at = 0; at < groups.length; at += 1000) {
    await tx
      .insertInto('invitation_group')
      .values(groups.slice(at, at + 1000))
      .execute()
  }
}

/** Whoever is invited by name and has neither come nor been taken back. */
export function listInvitees(
  db: Db,
  organizationId: OrganizationId,
  now: Date,
): Promise<(Invitee & { invitationId: InvitationId })[]> {
  return db
    .selectFrom('invitee')
    .innerJoin('invitation', 'invitation.id', 'invitee.invitation_id')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('invitation.uses', '=', 0)
    .select(['invitation.id as invitationId', 'invitee.name', 'invitee.phone', 'invitee.email'])
    .orderBy('invitee.name')
    .execute()
}

/** Those of the groups of an invitation that are there still. */
export function listGroupsOfInvitation(db: Db, id: InvitationId): Promise<Attached[]> {
  return db
    .selectFrom('invitation_group')
    .innerJoin('group', 'group.id', 'invitation_group.group_id')
    .where('invitation_group.invitation_id', '=', id)
    .where('group.archived_at', 'is', null)
    .select(['group.id as groupId', 'invitation_group.duty'])
    .execute()
}

/** Where to reach somebody is needed until they join, or the invitation is taken back. */
export async function forgetContacts(tx: Tx, ids: readonly InvitationId[]): Promise<void> {
  await tx.updateTable('invitee').where('invitation_id', '=', anyOf(ids)).set({ phone: '', email: '' }).execute()
}

/** Holds them; whether somebody has come in by one of them. */
export async function lockAndAskForUse(tx: Tx, ids: readonly InvitationId[]): Promise<boolean> {
  const rows = await tx
    .selectFrom('invitation')
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .forUpdate()
    .select(sql<boolean>`uses > 0`.as('isUsed'))
    .execute()
  return rows.some(({ isUsed }) => isUsed)
}
