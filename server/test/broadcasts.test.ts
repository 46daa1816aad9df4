import type { Broadcast, BroadcastId, Post, Waiting } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type Garden, seedGarden, spectator } from './broadcast-world.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

const time = { aheadMs: 0 }
let world: World
let garden: Garden
beforeAll(async () => (world = await createWorld({ clock: () => new Date(Date.now() + time.aheadMs) })))
afterAll(() => world.close())
beforeEach(async () => {
  time.aheadMs = 0
  garden = await seedGarden(world)
})

type Someone = Awaited<ReturnType<World['person']>>
type Listed = { ahead: Broadcast[]; past: Broadcast[]; mayPlanFor: string[] }

const listOf = async (who: Someone) =>
  (await who.request({ url: `/api/organizations/${garden.id}/broadcasts` })).json<Listed>()
const nearTo = async (who: Someone) => (await who.request({ url: '/api/me/waiting' })).json<Waiting>().broadcasts
const actionsOn = async (id: BroadcastId): Promise<string[]> =>
  (await world.db.selectFrom('audit_entry').where('subject_id', '=', id).select('action').orderBy('id').execute()).map(
    ({ action }) => action,
  )

test('those it is for see it planned, follow the structure, and nobody else learns of it', async () => {
  const broadcast = await garden.planned(garden.head, { audience: { kind: 'parents' } })
  const other = await seedOrganization(world)
  for (const stranger of [garden.teacher, await other.admin(), await garden.parent([]).then(leave)]) {
    expect((await spectator(stranger).get(broadcast)).statusCode).toBe(404)
  }
  expect((await listOf(garden.teacher)).ahead).toEqual([])
  expect((await listOf(garden.mother)).ahead).toMatchObject([{ id: broadcast.id, state: 'planned' }])

  await leave(garden.mother)
  expect((await spectator(garden.mother).get(broadcast)).statusCode).toBe(404)
})

async function leave<P extends Someone & { membershipId: string }>(who: P): Promise<P> {
  await world.db
    .updateTable('membership')
    .where('id', '=', who.membershipId as never)
    .set({ ended_at: new Date() })
    .execute()
  return who
}

test('a teacher plans for own groups once an administrator has allowed it, and no longer than that', async () => {
  expect((await garden.plan(garden.teacher)).statusCode).toBe(403)
  expect((await listOf(garden.teacher)).mayPlanFor).toEqual([])
  const allow = (mayTeachersBroadcast: boolean) =>
    garden.admin.request({
      method: 'PATCH',
      url: `/api/organizations/${garden.id}`,
      payload: { mayTeachersBroadcast },
    })
  expect((await allow(true)).statusCode).toBe(200)

  const broadcast = await garden.planned(garden.teacher)
  expect((await listOf(garden.teacher)).mayPlanFor).toEqual(['groups'])
  expect((await garden.plan(garden.teacher, { audience: { kind: 'all' } })).statusCode).toBe(403)
  const foreign = { kind: 'groups', groupIds: [garden.groupId, await garden.group('Старшая')] }
  expect((await garden.plan(garden.teacher, { audience: foreign })).statusCode).toBe(403)

  await allow(false)
  expect((await spectator(garden.teacher).cancel(broadcast)).statusCode).toBe(403)
  expect((await spectator(garden.head).cancel(broadcast)).statusCode).toBe(200)
})

test('sent twice it is planned once; changed by two, the second looks anew', async () => {
  const id = newId<BroadcastId>()
  const given = { plannedAt: garden.inTime(60) }
  const answers = await Promise.all([1, 2, 3].map(() => garden.plan(garden.head, given, id)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(await actionsOn(id)).toEqual(['broadcast.planned'])

  const [first, second] = await Promise.all(
    ['Собрание', 'Родительское собрание'].map((title) =>
      garden.plan(garden.head, { ...given, title: `${title} в декабре`, rev: 1 }, id),
    ),
  )
  expect([first?.statusCode, second?.statusCode].toSorted()).toEqual([200, 409])
  expect((await spectator(garden.mother).read({ id } as Broadcast)).rev).toBe(2)
})

test('every bad field is named at once; groups and ids of others are none', async () => {
  const channel = { channelId: newId(), plannedAt: garden.inTime(-60) }
  const bad = await garden.plan(garden.head, { ...channel, title: ' ', audience: { kind: 'groups', groupIds: [] } })
  expect(bad.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['#/title', '#/audience']),
  )
  const foreign = { kind: 'groups', groupIds: [newId()] }
  expect((await garden.plan(garden.head, { plannedAt: garden.inTime(-60), audience: foreign })).json()).toMatchObject({
    errors: [
      { pointer: '#/plannedAt', code: 'past' },
      { pointer: '#/audience', code: 'group-missing' },
    ],
  })
  expect((await garden.plan(garden.head, { channelId: newId() })).json()).toMatchObject({
    errors: [{ pointer: '#/channelId', code: 'channel-missing' }],
  })
  const other = await seedGarden(world)
  const taken = await other.planned(other.head)
  expect((await garden.plan(garden.head, {}, taken.id)).statusCode).toBe(404)
})

test('it is announced where an administrator publishes, proposed by the head, and says so when called off', async () => {
  const channel = await garden.channel()
  const posts = async () =>
    (await garden.mother.request({ url: `/api/channels/${channel.id}/posts` })).json<{ posts: Post[] }>().posts
  await garden.planned(garden.head, { channelId: channel.id })
  expect(await posts()).toEqual([])

  const announced = await garden.planned(garden.admin, { channelId: channel.id, title: 'Утренник' })
  expect(await posts()).toMatchObject([{ text: expect.stringContaining(`/broadcasts/${announced.id}`) as string }])
  await spectator(garden.admin).cancel(announced)
  await spectator(garden.admin).cancel(announced)
  expect(await posts()).toMatchObject([{ text: expect.stringMatching(/Утренник.*отменена/) as string }])
  expect(await actionsOn(announced.id)).toEqual(['broadcast.planned', 'broadcast.cancelled'])
  expect((await spectator(garden.head).start(announced)).json()).toMatchObject({ code: 'broadcast-cancelled' })
})

test('what an administrator has published of it, nobody who may not publish puts in other words', async () => {
  const channel = await garden.channel('Объявления')
  const planned = await garden.planned(garden.head, { channelId: channel.id })
  const post = () =>
    world.db.selectFrom('post').where('channel_id', '=', channel.id).selectAll().executeTakeFirstOrThrow()
  const reword = (title: string, rev: number) => garden.plan(garden.head, { title, rev }, planned.id)

  expect((await reword('Пока не вышло', 1)).statusCode).toBe(200)
  expect((await post()).text).toContain('Пока не вышло')
  const { id, rev } = await post()
  const publish = { method: 'POST' as const, url: `/api/posts/${id}/publish`, payload: { rev } }
  expect((await garden.admin.request(publish)).statusCode).toBe(200)
  expect((await reword('Совсем другое', 2)).statusCode).toBe(200)
  expect((await post()).text).toContain('Пока не вышло')
})

test('a quarter of an hour before it everybody is reminded, once; put off, anew at that time', async () => {
  const broadcast = await garden.planned(garden.head, { plannedAt: garden.inTime(60) })
  const remindedAt = async () =>
    (
      await world.db
        .selectFrom('broadcast')
        .where('id', '=', broadcast.id)
        .select('reminded_at')
        .executeTakeFirstOrThrow()
    ).reminded_at
  await world.hurryJobs()
  expect(await remindedAt()).toBeNull()
  expect(await nearTo(garden.mother)).toEqual([])

  const { plannedAt, rev } = broadcast
  time.aheadMs = 50 * 60_000
  const later = new Date(Date.parse(plannedAt) + 30 * 60_000).toISOString()
  await garden.plan(garden.head, { plannedAt: later, rev }, broadcast.id)
  await world.hurryJobs()
  expect(await remindedAt()).toBeNull()

  time.aheadMs = 80 * 60_000
  await world.hurryJobs()
  const first = await remindedAt()
  expect(first).not.toBeNull()
  await world.hurryJobs()
  expect(await remindedAt()).toEqual(first)
  expect(await nearTo(garden.mother)).toMatchObject([{ id: broadcast.id, state: 'planned' }])
  expect(await nearTo(garden.teacher)).toHaveLength(1)
})

test('ended by two at once it ends once, says how long it was, and takes nothing any more', async () => {
  const broadcast = await garden.live()
  const started = new Date(Date.now() - 40 * 60_000)
  await world.db.updateTable('broadcast').where('id', '=', broadcast.id).set({ started_at: started }).execute()
  await Promise.all([spectator(garden.head).end(broadcast), spectator(garden.admin).end(broadcast)])
  expect((await actionsOn(broadcast.id)).filter((action) => action === 'broadcast.ended')).toHaveLength(1)

  const seen = await spectator(garden.mother).read(broadcast)
  expect(seen).toMatchObject({ state: 'ended', abilities: { watch: false, ask: false } })
  expect(Date.parse(seen.endedAt ?? '') - started.getTime()).toBeGreaterThanOrEqual(40 * 60_000)
  expect((await spectator(garden.mother).ask(broadcast, 'Ещё?')).json()).toMatchObject({ code: 'broadcast-not-live' })
  expect((await listOf(garden.mother)).past).toMatchObject([{ id: broadcast.id }])
  expect((await garden.plan(garden.head, { rev: 1 }, broadcast.id)).json()).toMatchObject({ code: 'broadcast-over' })
})

test('what was never begun is called off by itself after half a day', async () => {
  const broadcast = await garden.planned(garden.head, { plannedAt: garden.inTime(1) })
  time.aheadMs = 13 * 3600_000
  await expect
    .poll(async () => (await spectator(garden.head).read(broadcast)).state, { timeout: 10_000 })
    .toBe('cancelled')
})
