import { randomUUID } from 'node:crypto'
import {
  type ChildId,
  type GroupId,
  type Invitation,
  invitationEndpoints,
  joiningEndpoints,
  pathOf,
} from '@kolosok/contract'
import { createMembership } from '#memberships/index.ts'
import { createOrganization } from '#organizations/index.ts'
import { newId } from '#platform/new-id.ts'
import type { World } from './world.ts'

type Someone = Awaited<ReturnType<World['person']>>

/** «Колосок» with an administrator, and short ways to let people in, invite and join. */
export async function createKindergarten(world: World, name = 'МБДОУ детский сад «Колосок»') {
  const { db } = world
  const admin = await world.person({ givenName: 'Анна' })
  const organization = await db.transaction().execute((tx) =>
    createOrganization(tx, actorOf(admin), {
      name,
      kind: 'kindergarten',
      inn: '7707083893',
      address: '',
      headName: '',
    }),
  )
  const add = (
    person: Someone,
    given: { role: 'management' | 'teacher' | 'parent'; isAdmin?: boolean; isConfirmed?: boolean; position?: string },
  ) =>
    db.transaction().execute((tx) =>
      createMembership(tx, null, {
        organizationId: organization.id,
        accountId: person.accountId,
        role: given.role,
        isAdmin: given.isAdmin ?? false,
        position: given.position ?? '',
        confirmedAt: given.isConfirmed ? new Date() : null,
        confirmedBy: given.isConfirmed ? admin.accountId : null,
      }),
    )
  await add(admin, { role: 'teacher', isAdmin: true, isConfirmed: true, position: 'заместитель заведующего' })

  const named = new Map<string, number>()
  return {
    ...organization,
    admin,
    async staff(given: { givenName?: string; position?: string; isConfirmed?: boolean; leads?: GroupId[] } = {}) {
      const person = await world.person({ givenName: given.givenName ?? 'Мария' })
      const { id } = await add(person, { role: 'teacher', isConfirmed: true, position: 'воспитатель', ...given })
      for (const groupId of given.leads ?? []) {
        await db.insertInto('group_teacher').values({ group_id: groupId, membership_id: id, duty: 'lead' }).execute()
      }
      return { ...person, membershipId: id }
    },
    async manager() {
      const person = await world.person({ givenName: 'Ирина' })
      await add(person, { role: 'management', position: 'заведующий' })
      return person
    },
    /** A group with these children in it. */
    async group(wanted: string, ...childNames: string[]) {
      const id = newId<GroupId>()
      // A name is given once in an organization: the second «Младшая» of a file is «Младшая 2».
      const count = (named.get(wanted) ?? 0) + 1
      named.set(wanted, count)
      const groupName = count === 1 ? wanted : `${wanted} ${String(count)}`
      const place = Date.now() % 100_000
      // Two of one name there can't be: the one of the test before steps aside.
      const namesakes = db.updateTable('group').where('organization_id', '=', organization.id)
      await namesakes.where('name', '=', groupName).set({ archived_at: new Date() }).execute()
      await db
        .insertInto('group')
        .values({ id, organization_id: organization.id, kind: 'class', name: groupName, place })
        .execute()
      const children: ChildId[] = []
      for (const childName of childNames) {
        const childId = newId<ChildId>()
        await db
          .insertInto('child')
          .values({ id: childId, organization_id: organization.id, name: childName })
          .execute()
        await db.insertInto('group_child').values({ group_id: id, child_id: childId }).execute()
        children.push(childId)
      }
      return { id, name: groupName, children }
    },
    async inviteStaff(body: { useLimit?: number; days?: number; position?: string } = {}): Promise<Invitation> {
      const params = { organizationId: organization.id, invitationId: randomUUID() }
      const answer = await admin.request({
        method: 'PUT',
        url: pathOf(invitationEndpoints.inviteStaff, params),
        payload: { useLimit: 50, ...body },
      })
      return answer.json()
    },
    /** The invitation of a child, made by the administrator unless said. */
    async inviteFamily(
      groupId: GroupId,
      childId: ChildId,
      { by = admin, ...terms }: FamilyTerms = {},
    ): Promise<Invitation> {
      const answer = await by.request({
        method: 'PUT',
        url: pathOf(invitationEndpoints.inviteFamilies, { groupId }),
        payload: { childIds: [childId], ...terms },
      })
      const { children } = answer.json<{ children: { child: { id: string }; invitation: Invitation }[] }>()
      const found = children.find(({ child }) => child.id === childId)
      if (!found) throw new Error('Not invited')
      return found.invitation
    },
  }
}

type FamilyTerms = { by?: Someone; useLimit?: number; days?: number }
export type Kindergarten = Awaited<ReturnType<typeof createKindergarten>>

export const actorOf = ({ accountId, sessionId }: Someone) => ({ accountId, sessionId, isOperator: false })

/** What stands behind `/i/` in the link. */
export const tokenIn = (invitation: Pick<Invitation, 'url'>): string => invitation.url.split('/i/')[1] ?? ''

export const openLink = (by: Pick<World, 'request'>, invitation: Pick<Invitation, 'url'>) =>
  by.request({ url: pathOf(joiningEndpoints.open, { token: tokenIn(invitation) }) })

const names = { givenName: 'Елена', patronymic: 'Павловна', familyName: 'Кузнецова' }
const asParent = {
  role: 'parent',
  ...names,
  label: 'мама Вани',
  consents: [{ purpose: 'family-communication', textVersion: 1 }],
}
const asTeacher = { role: 'teacher', ...names, consents: [{ purpose: 'staff-communication', textVersion: 1 }] }

/** Says yes to an invitation, with everything filled in unless said otherwise. */
export const join = (by: Pick<World, 'request'>, invitation: Pick<Invitation, 'url' | 'role'>, change: object = {}) =>
  by.request({
    method: 'POST',
    url: pathOf(joiningEndpoints.accept, { token: tokenIn(invitation) }),
    payload: { ...(invitation.role === 'parent' ? asParent : asTeacher), ...change },
  })
