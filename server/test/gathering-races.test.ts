import { randomUUID } from 'node:crypto'
import type { Chat } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStructurePort } from '#members/index.ts'
import { transact } from '#platform/db.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

async function countWaiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`.execute(world.db)
  return rows[0]?.n ?? 0
}

test('nobody is put into a chat while they are leaving: it waits for that, and then there is no such contact', async () => {
  const place = await seedOrganization(world)
  const groupId = await place.group('Ромашка')
  const [admin, colleague] = [await place.admin(), await place.teacher()]
  const leaver = await place.parent([await place.child('Ваня', groupId)])
  const made = await admin.request({
    method: 'PUT',
    url: `/api/organizations/${place.id}/group-chats/${randomUUID()}`,
    payload: { title: 'Утренник', membershipIds: [colleague.membershipId] },
  })
  const { id } = made.json<Chat>()

  let adding: ReturnType<typeof admin.request> | undefined
  await transact(world.db, async (tx, afterCommit) => {
    await tx.updateTable('membership').set({ ended_at: new Date() }).where('id', '=', leaver.membershipId).execute()
    const change = { organizationId: place.id, groupIds: [groupId], accountIds: [leaver.accountId] }
    await createStructurePort(world).changed(tx, admin, change, afterCommit)
    const answer = admin.request({
      method: 'POST',
      url: `/api/chats/${id}/members`,
      payload: { membershipIds: [leaver.membershipId] },
    })
    adding = answer
    const isAnswered = answer.then(() => true)
    const pause = () => new Promise<false>((resolve) => setTimeout(resolve, 10, false))
    while ((await countWaiting()) === 0 && !(await Promise.race([isAnswered, pause()])));
  })

  expect((await adding)?.json()).toMatchObject({ code: 'invalid-request' })
  expect((await leaver.request({ url: '/api/chats' })).json<{ chats: Chat[] }>().chats.map((chat) => chat.id)).toEqual(
    [],
  )
})
