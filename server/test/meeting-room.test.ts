import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { newId } from '#platform/new-id.ts'
import { createMeetingWorld, type MeetingGarden } from './meeting-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
})

test('it is held in a chat of its own with everybody invited, who follow the structure there, too', async () => {
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.')
  const [parent] = parents
  const admin = await garden.admin()
  const late = await garden.teacher()
  if (!parent) throw new Error('No parent')
  const { id } = await garden.planned(teacher, { ...garden.forGroup(groupId), kind: 'online' })
  expect((await garden.enter(parent, id)).json()).toMatchObject({ code: 'meeting-early' })
  expect((await garden.enter(admin, id)).statusCode).toBe(403)

  place.time.at = new Date('2026-12-10T14:50:00Z')
  const both = await Promise.all([garden.enter(parent, id), garden.enter(teacher, id)])
  const [chatId, same] = both.map((answer) => answer.json<{ chatId: string }>().chatId)
  expect(same).toBe(chatId)
  const rolesIn = async () => {
    const { db } = place.world
    const rows = await db
      .selectFrom('chat_member')
      .where('chat_id', '=', chatId as never)
      .selectAll()
      .execute()
    return Object.fromEntries(rows.map(({ account_id, role }) => [account_id, role]))
  }
  expect(await rolesIn()).toEqual({ [teacher.accountId]: 'moderator', [parent.accountId]: 'member' })

  const url = `/api/groups/${groupId}/teachers/${late.membershipId}`
  expect((await admin.request({ method: 'PUT', url, payload: { duty: 'lead' } })).statusCode).toBe(200)
  expect(await rolesIn()).toMatchObject({ [late.accountId]: 'member' })

  place.time.at = new Date('2026-12-10T17:00:00Z')
  expect((await garden.enter(parent, id)).json()).toMatchObject({ code: 'meeting-over' })
})

test('who is invited later, or no more, is in its chat at once, or out of it', async () => {
  const [first, second] = [await garden.groupOf('Младшая', 'Ваня К.'), await garden.groupOf('Старшая', 'Оля М.')]
  const admin = await garden.admin()
  const { id } = await garden.planned(admin, { ...garden.forGroup(first.groupId), kind: 'online' })
  place.time.at = new Date('2026-12-10T14:50:00Z')
  const { chatId } = (await garden.enter(first.teacher, id)).json<{ chatId: string }>()
  const sees = async (who: (typeof first)['teacher']) => (await who.request({ url: `/api/chats/${chatId}` })).statusCode
  expect([await sees(first.teacher), await sees(second.teacher)]).toEqual([200, 404])

  const changed = { ...garden.forGroup(second.groupId), kind: 'online', rev: 1 }
  expect((await garden.plan(admin, changed, id)).statusCode).toBe(200)
  expect([await sees(first.teacher), await sees(second.teacher)]).toEqual([404, 200])

  // Who is in it follows from the meeting alone: it is none of the chats that are put together by rules.
  const url = `/api/organizations/${garden.id}/bound-chats/${chatId}`
  for (const asked of [{ method: 'DELETE' }, { method: 'PATCH', payload: { title: 'Всем' } }] as const)
    expect((await admin.request({ ...asked, url })).statusCode).toBe(404)
})

test('a lesson is begun, and its door kept, by every teacher of the group, and by whoever substitutes', async () => {
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.')
  const [colleague, substitute, other] = [
    await garden.teacher({ groups: [groupId] }),
    await garden.teacher(),
    await garden.groupOf('Старшая', 'Оля М.'),
  ]
  const given = { ...garden.forGroup(groupId), kind: 'online', hasWaitingRoom: true }
  const lesson = await garden.planned(teacher, { ...given, lesson: { programme: 'Детство' } })
  const meeting = await garden.planned(teacher, given)

  place.time.at = new Date('2026-12-10T14:50:00Z')
  const roles = async ({ id }: { id: string }) => {
    const { chatId } = (await garden.enter(teacher, id)).json<{ chatId: string }>()
    const rows = await place.world.db
      .selectFrom('chat_member')
      .where('chat_id', '=', chatId as never)
      .selectAll()
      .execute()
    return Object.fromEntries(rows.map(({ account_id, role }) => [account_id, role]))
  }
  const [first] = parents
  expect(await roles(lesson)).toEqual({
    [teacher.accountId]: 'moderator',
    [colleague.accountId]: 'moderator',
    [first?.accountId ?? '']: 'member',
  })
  expect(await roles(meeting), 'a meeting is of whoever planned it').toMatchObject({ [colleague.accountId]: 'member' })

  const { db } = place.world
  await sql`insert into substitution (id, group_id, membership_id, first_day, last_day, named_by)
    values (${newId()}, ${groupId}, ${substitute.membershipId}, current_date - 1, current_date + 7, ${teacher.accountId})`.execute(
    db,
  )
  expect(await roles(lesson)).toMatchObject({ [substitute.accountId]: 'moderator' })
  expect(await roles(lesson)).not.toHaveProperty(other.teacher.accountId)
})
