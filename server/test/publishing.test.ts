import { randomUUID } from 'node:crypto'
import type { Post } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createChannelWorld, type Garden } from './channel-world.ts'
import { seedOrganization } from './organization-seed.ts'

let place: Awaited<ReturnType<typeof createChannelWorld>>
let garden: Garden
beforeAll(async () => (place = await createChannelWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  garden = await place.newGarden()
})

test('a teacher proposes, the administrator returns it with a word, and publishes what comes back', async () => {
  const [admin, teacher] = [await garden.admin(), await garden.teacher()]
  const { parent } = await garden.family()
  const channelId = await garden.channelOf(admin)
  const id = randomUUID()
  expect((await garden.write(teacher, channelId, { text: 'Идём в музей' }, id)).json()).toMatchObject({
    state: 'proposed',
  })
  expect((await garden.waitingFor(admin)).proposals).toEqual([{ organizationId: garden.id, count: 1 }])
  expect(await garden.textsOf(parent, channelId)).toEqual([])

  const word = 'Какого числа?'
  await admin.request({ method: 'POST', url: `/api/posts/${id}/return`, payload: { rev: 1, word } })
  expect((await garden.waitingFor(teacher)).proposals).toEqual([{ organizationId: garden.id, count: 1 }])
  expect(await garden.proposalsOf(teacher)).toMatchObject([{ state: 'returned', word, isOwn: true, rev: 2 }])

  await garden.write(teacher, channelId, { text: 'Идём в музей 5 декабря', rev: 2 }, id)
  expect((await garden.publish(admin, id, 3)).json()).toMatchObject({ state: 'published', seq: 1 })
  expect(await garden.textsOf(parent, channelId)).toEqual(['Идём в музей 5 декабря'])
  expect(await garden.proposalsOf(teacher)).toEqual([])
  expect((await garden.write(teacher, channelId, { text: 'Передумали', rev: 4 }, id)).json()).toMatchObject({
    code: 'post-published',
  })
})

test('what changed while somebody was deciding is looked at again', async () => {
  const [admin, teacher] = [await garden.admin(), await garden.teacher()]
  const channelId = await garden.channelOf(admin)
  const { id } = (await garden.write(teacher, channelId, { text: 'В музей' })).json<Post>()
  await garden.write(teacher, channelId, { text: 'В театр', rev: 1 }, id)

  expect((await garden.publish(admin, id, 1)).json()).toMatchObject({ code: 'post-changed' })
  expect((await garden.write(admin, channelId, { text: 'В цирк', rev: 1 }, id)).json()).toMatchObject({
    code: 'post-changed',
  })
  expect((await garden.proposalsOf(admin))[0]).toMatchObject({ text: 'В театр', state: 'proposed' })
})

test('sent twice at once it is there once, and published twice at once it takes one place', async () => {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  const id = randomUUID()
  const texts = await Promise.all([1, 2, 3].map(() => garden.write(admin, channelId, { text: 'Один раз' }, id)))
  expect(texts.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  const done = await Promise.all([1, 2, 3].map(() => garden.publish(admin, id)))
  expect(done.map((answer) => answer.json<Post>().seq)).toEqual([1, 1, 1])
  expect(await garden.textsOf(admin, channelId)).toEqual(['Один раз'])
})

test('an id that is taken elsewhere is nobody’s business', async () => {
  const admin = await garden.admin()
  const [here, there] = [await garden.channelOf(admin), await garden.channelOf(admin)]
  const { id } = (await garden.write(admin, here, { text: 'Здесь' })).json<Post>()
  expect((await garden.write(admin, there, { text: 'Там', rev: 1 }, id)).statusCode).toBe(404)
  const stranger = await seedOrganization(place.world)
  const url = `/api/organizations/${stranger.id}/channels/${here}`
  const payload = { title: 'Чужой', audience: { kind: 'all' } }
  expect((await (await stranger.admin()).request({ method: 'PUT', url, payload })).statusCode).toBe(404)
})

test('a scheduled post comes by itself, once; put off, it comes later', async () => {
  const admin = await garden.admin()
  const { parent } = await garden.family()
  const channelId = await garden.channelOf(admin)
  const { id } = (await garden.write(admin, channelId, { text: 'С праздником!' })).json<Post>()
  const begun = place.now().getTime()
  const at = (minutes: number) => new Date(begun + minutes * 60_000).toISOString()
  expect((await garden.publish(admin, id, 1, at(60))).json()).toMatchObject({ state: 'scheduled', scheduledAt: at(60) })
  expect((await garden.publish(admin, id, 2, at(120))).json()).toMatchObject({ scheduledAt: at(120) })

  await place.world.hurryJobs()
  expect(await garden.textsOf(parent, channelId)).toEqual([])

  await garden.publish(admin, id, 3, at(60))
  place.time.aheadMs = 61 * 60_000
  await place.world.hurryJobs()
  await place.world.hurryJobs()
  expect(await garden.textsOf(parent, channelId)).toEqual(['С праздником!'])
  const entries = await place.world.db
    .selectFrom('audit_entry')
    .where('action', '=', 'post.published')
    .selectAll()
    .execute()
  expect(entries.filter(({ details }) => details.postId === id)).toMatchObject([{ account_id: null }])
})

test('a closed channel is the administrators’ alone, and what was to come in it waits', async () => {
  const admin = await garden.admin()
  const { parent } = await garden.family()
  const channelId = await garden.channelOf(admin)
  const { id } = (await garden.write(admin, channelId, { text: 'Позже' })).json<Post>()
  await garden.publish(admin, id, 1, new Date(place.now().getTime() + 60_000).toISOString())
  const payload = { title: 'Новости сада', audience: { kind: 'all' }, isClosed: true }
  await admin.request({ method: 'PUT', url: garden.channelUrl(channelId), payload })

  expect(await garden.channelsOf(parent)).toEqual([])
  expect((await garden.publish(admin, id, 2)).json()).toMatchObject({ code: 'channel-closed' })
  place.time.aheadMs = 120_000
  await place.world.hurryJobs()
  expect((await garden.proposalsOf(admin))[0]).toMatchObject({ id, state: 'draft' })
})

test('every bad field is named at once; groups of others are none', async () => {
  const admin = await garden.admin()
  const bad = { title: ' ', audience: { kind: 'groups', groupIds: [] } }
  const answer = await admin.request({ method: 'PUT', url: garden.channelUrl(randomUUID()), payload: bad })
  expect(answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['#/title', '#/audience']),
  )
  const foreign = await (await seedOrganization(place.world)).group('Чужая')
  const payload = { title: 'Канал', audience: { kind: 'groups', groupIds: [foreign] } }
  expect((await admin.request({ method: 'PUT', url: garden.channelUrl(randomUUID()), payload })).json()).toMatchObject({
    errors: [{ pointer: '#/audience', code: 'group-missing' }],
  })
  const channelId = await garden.channelOf(admin)
  expect((await garden.write(admin, channelId, { text: ' ' })).json()).toMatchObject({
    errors: [{ pointer: '#/text' }],
  })
})
