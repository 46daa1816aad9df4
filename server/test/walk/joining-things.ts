import { randomUUID } from 'node:crypto'
import type { Invitation, MailingId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import { tokenIn } from '../joining-seed.ts'
import type { SeededOrganization } from '../organization-seed.ts'
import type { World } from '../world.ts'
import type { Ids, People } from './base.ts'

export async function seedInvitation({ admin }: People, { groupId, childId }: Pick<Ids, 'groupId' | 'childId'>) {
  const url = `/api/groups/${groupId}/invitations`
  const answer = await admin.request({ method: 'PUT', url, payload: { childIds: [childId] } })
  const [family] = answer.json<{ children: { invitation: Invitation }[] }>().children
  if (!family) throw new Error(answer.body)
  return { invitationId: family.invitation.id, token: tokenIn(family.invitation) }
}

export async function seedConfirmation({ unconfirmed }: People, { organizationId }: Pick<Ids, 'organizationId'>) {
  const confirmationId = randomUUID()
  await unconfirmed.request({
    method: 'PUT',
    url: `/api/organizations/${organizationId}/confirmations/${confirmationId}`,
    payload: { position: 'воспитатель', howToCheck: 'Спросите заведующего' },
  })
  return { confirmationId }
}

export async function seedMailing(world: World, { admin }: People, { organizationId }: Pick<Ids, 'organizationId'>) {
  const mailingId = newId<MailingId>()
  await world.db
    .insertInto('mailing')
    .values({ id: mailingId, organization_id: organizationId, purpose: 'invite', created_by: admin.accountId })
    .execute()
  return { mailingId }
}

/** A teacher who has left. */
export async function seedFormer(world: World, organization: SeededOrganization) {
  const { membershipId } = await organization.teacher()
  await world.db.updateTable('membership').where('id', '=', membershipId).set({ ended_at: new Date() }).execute()
  return membershipId
}

/** Planned, and far enough away for every run of the tests. */
export async function seedSubstitution({ admin }: People, { groupId, memberships }: Ids) {
  const substitutionId = randomUUID()
  const payload = { membershipId: memberships.management, firstDay: '2126-12-01', lastDay: '2126-12-12' }
  await admin.request({ method: 'PUT', url: `/api/groups/${groupId}/substitutions/${substitutionId}`, payload })
  return { substitutionId }
}
