import { type Chat, chatEndpoints, membershipEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStructurePort } from '#members/index.ts'
import { transact } from '#platform/db.ts'
import { seedOrganization, type SeededOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: SeededOrganization
beforeAll(async () => {
  world = await createWorld()
  garden = await seedOrganization(world)
})
afterAll(() => world.close())

type Someone = Awaited<ReturnType<SeededOrganization['admin']>>

async function chatsOf(person: Someone): Promise<Chat[]> {
  return (await person.request({ url: chatEndpoints.list.path })).json<{ chats: Chat[] }>().chats
}

/** The administrator, somebody of the management, and a group they have nothing to do with. */
async function settled() {
  const [admin, deputy, teacher] = [await garden.admin(), await garden.deputy(), await garden.teacher()]
  const groupId = await garden.group(`Младшая ${teacher.membershipId}`)
  await world.db
    .insertInto('group_teacher')
    .values({ group_id: groupId, membership_id: teacher.membershipId, duty: 'lead' })
    .execute()
  await transact(world.db, (tx, afterCommit) => {
    const change = { organizationId: garden.id, groupIds: [groupId, garden.staffGroupId] }
    return createStructurePort(world.context).changed(tx, admin, change, afterCommit)
  })
  return { admin, deputy, teacher }
}

const correct = (by: Someone, { membershipId }: Someone, payload: object) =>
  by.request({ method: 'PATCH', url: pathOf(membershipEndpoints.edit, { membershipId }), payload })

test('who is of the management no more leaves the chats that they entered as such', async () => {
  const { admin, deputy, teacher } = await settled()
  const chat = (await chatsOf(teacher)).find(({ binding }) => binding?.kind === 'group')
  if (!chat) throw new Error('No chat')
  const params = { chatId: chat.id }
  await deputy.request({ method: chatEndpoints.enter.method, url: pathOf(chatEndpoints.enter, params) })
  expect((await chatsOf(deputy)).map(({ id }) => id)).toContain(chat.id)

  expect((await correct(admin, deputy, { role: 'teacher' })).statusCode).toBe(200)

  expect((await chatsOf(deputy)).map(({ id }) => id)).not.toContain(chat.id)
  expect((await deputy.request({ url: pathOf(chatEndpoints.members, params) })).statusCode).toBe(404)
})

test('in «Педагоги» the management moderates from the moment it is named until it no longer is', async () => {
  const { admin, teacher } = await settled()
  const moderates = async () =>
    (await chatsOf(teacher)).find(({ binding }) => binding?.kind === 'staff')?.abilities.deleteAny

  await correct(admin, teacher, { role: 'management' })
  expect(await moderates()).toBe(true)
  await correct(admin, teacher, { role: 'teacher' })
  expect(await moderates()).toBe(false)
})

test('nobody confirms themselves by editing their own position', async () => {
  const { deputy } = await settled()
  const unconfirm = world.db.updateTable('membership').where('id', '=', deputy.membershipId)
  await unconfirm.set({ confirmed_at: null }).execute()

  await correct(deputy, deputy, { position: 'заместитель' })

  const row = world.db.selectFrom('membership').where('id', '=', deputy.membershipId).select('confirmed_at')
  expect(await row.executeTakeFirst()).toEqual({ confirmed_at: null })
})
