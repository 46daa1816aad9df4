import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationEndpoints, pathOf } from '@kolosok/contract'
import { createStructurePort } from '#members/index.ts'
import { lockOrganization } from '#organizations/index.ts'
import { transact } from '#platform/db.ts'
import { actorOf, createKindergarten, join, type Kindergarten } from './joining-seed.ts'
import { waitsForLock } from './waits-for-lock.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Kindergarten
beforeAll(async () => {
  world = await createWorld()
  garden = await createKindergarten(world)
})
afterAll(() => world.close())

test('a parent who says yes while the child is being moved is in the chat of the new group', async () => {
  const [before, after] = [await garden.group('Младшая', 'Кузнецов Ваня'), await garden.group('Старшая')]
  const [childId] = before.children
  if (!childId) throw new Error('No child')
  const invitation = await garden.inviteFamily(before.id, childId)
  const mother = await world.person()

  let joining: ReturnType<typeof join> | undefined
  await transact(world.db, async (tx, afterCommit) => {
    await lockOrganization(tx, garden.id)
    await tx.updateTable('group_child').where('child_id', '=', childId).set({ until_at: new Date() }).execute()
    await tx.insertInto('group_child').values({ child_id: childId, group_id: after.id }).execute()
    const change = { organizationId: garden.id, groupIds: [before.id, after.id] }
    await createStructurePort(world.context).changed(tx, actorOf(garden.admin), change, afterCommit)
    joining = join(mother, invitation)
    // Until it is done or waits for us.
    await Promise.race([joining, waitsForLock(world.db)])
  })
  expect((await joining)?.statusCode).toBe(200)

  const rows = await world.db
    .selectFrom('chat_member')
    .innerJoin('chat', 'chat.id', 'chat_member.chat_id')
    .where('account_id', '=', mother.accountId)
    .select('bound_group_id')
    .execute()
  expect(rows).toEqual([{ bound_group_id: after.id }])
})

test('the slips of links revoked as unclaimed let nobody in any more', async () => {
  const group = await garden.group('Средняя', 'Ткач Анна')
  const [childId] = group.children
  if (!childId) throw new Error('No child')
  const { id } = await garden.inviteFamily(group.id, childId)
  const { admin } = garden
  await admin.request({ method: 'POST', url: pathOf(invitationEndpoints.makeCodes, { groupId: group.id }) })

  const answer = await admin.request({
    method: 'POST',
    url: pathOf(invitationEndpoints.revokeUnclaimed, { organizationId: garden.id }),
    payload: {},
  })
  expect(answer.statusCode).toBe(200)

  const open = world.db.selectFrom('personal_code').where('invitation_id', '=', id).where('revoked_at', 'is', null)
  expect(await open.selectAll().execute()).toEqual([])
})
