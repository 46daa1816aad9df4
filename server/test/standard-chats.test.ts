import type { Chat } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Person = Awaited<ReturnType<World['person']>>
const titlesOf = async (who: Person) =>
  (await who.request({ url: '/api/chats' }))
    .json<{ chats: Chat[] }>()
    .chats.map(({ title }) => title)
    .sort()

test('what an older installation lacks is made by itself, without waiting for somebody to change the structure', async () => {
  const place = await seedOrganization(world)
  const head = await place.head()
  const groupId = await place.group('Ромашка')
  const childId = await place.child('Ваня', groupId)
  const [deputy, parent] = [await place.teacher(), await place.parent([childId])]
  await world.db.updateTable('membership').set({ role: 'management' }).where('id', '=', deputy.membershipId).execute()
  await world.db
    .insertInto('group_committee')
    .values({ group_id: groupId, membership_id: parent.membershipId })
    .execute()
  const sweep = async () => {
    await sql`select graphile_worker.add_job('make-standard-chats')`.execute(world.db)
    await world.runJobs()
  }
  await sweep()
  await sweep()

  const own = await titlesOf(head)
  expect(own.filter((title) => title === 'Администрация' || title === 'Родительский актив')).toEqual([
    'Администрация',
    'Родительский актив',
  ])
  expect(await titlesOf(deputy)).toContain('Администрация')
  expect(await titlesOf(parent)).toContain('Родительский актив')
})
