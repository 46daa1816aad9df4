import type { Broadcast, Recording, RecordingId } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFiles } from '#files/index.ts'
import { newId } from '#platform/new-id.ts'
import { createTasks } from '../src/tasks.ts'
import { type Garden, seedGarden } from './broadcast-world.ts'
import { listRecorders, recordist, seedReady } from './recording-world.ts'
import { createWorld, type World } from './world.ts'

const DAY = 86_400_000
const time = { aheadMs: 0 }
let world: World
let garden: Garden
let broadcast: Broadcast
beforeAll(async () => {
  const livekit = {
    url: 'http://127.0.0.1:9',
    apiKey: 'key',
    apiSecret: 'secret',
    state: () => ({ isAvailable: true }) as const,
  }
  world = await createWorld({
    livekit,
    env: { RECORDINGS_AT_ONCE: '1' },
    clock: () => new Date(Date.now() + time.aheadMs),
  })
})
afterAll(() => world.close())
beforeEach(async () => {
  time.aheadMs = 0
  garden = await seedGarden(world)
  broadcast = await garden.live({ title: 'Утренник' })
  await world.db
    .updateTable('recording')
    .set({ state: 'failed', stopped_at: new Date() })
    .where('state', '=', 'recording')
    .execute()
})

async function ready(bytes?: Buffer): Promise<Recording> {
  const recorded = { owner: 'broadcast', room: broadcast.id, organizationId: garden.id, by: garden.head } as const
  return recordist(garden.head, broadcast).read(await seedReady(world, recorded, bytes))
}

const actionsOf = async () =>
  (await world.db.selectFrom('audit_entry').where('subject_id', '=', broadcast.id).select('action').execute()).map(
    ({ action }) => action,
  )

test('whoever it was for plays it from wherever they like; those who run it may take it along, nobody else', async () => {
  const recording = await ready(Buffer.from('0123456789'))
  const parent = recordist(garden.mother, broadcast)

  expect(await parent.list()).toMatchObject({ mayKeep: false, recordings: [{ state: 'ready', seconds: 60, size: 10 }] })
  const part = await parent.play(recording, 'bytes=4-6')
  expect([part.statusCode, part.headers['content-range'], part.body]).toEqual([206, 'bytes 4-6/10', '456'])
  expect((await parent.download(recording)).json()).toMatchObject({ code: 'forbidden' })

  const head = recordist(garden.head, broadcast)
  expect((await head.list()).mayKeep).toBe(true)
  expect((await head.download(recording)).headers['content-disposition']).toContain('attachment')
  const stranger = recordist(await garden.parent([]), broadcast)
  expect([(await stranger.ask()).statusCode, (await stranger.play(recording)).statusCode]).toEqual([404, 404])
})

test('who is not of those any more plays no more of it, a film that is under way included', async () => {
  const recording = await ready(Buffer.alloc(40 * 1024 * 1024))
  const url = `http://${world.address()}/api/files/${String(recording.fileId)}/content`
  const answer = await fetch(url, { headers: { cookie: garden.mother.cookie } })
  const film = answer.body?.getReader()
  let got = (await film?.read())?.value?.length ?? 0

  await world.db
    .updateTable('membership')
    .where('id', '=', garden.mother.membershipId)
    .set({ ended_at: new Date() })
    .execute()
  const rest = async () => {
    for (let next = await film?.read(); next?.done === false; next = await film?.read()) got += next.value.length
  }
  await expect(rest()).rejects.toThrow()
  expect(got).toBeLessThan(40 * 1024 * 1024)
  expect((await recordist(garden.mother, broadcast).play(recording)).statusCode).toBe(404)
})

test('deleted by those who run it it is gone for all, once, with a line in the journal; another’s it is not', async () => {
  const recording = await ready()
  const [head, parent] = [recordist(garden.head, broadcast), recordist(garden.mother, broadcast)]
  expect((await parent.remove(recording)).statusCode).toBe(403)
  const elsewhere = await garden.planned(garden.head)
  expect((await recordist(garden.head, elsewhere).remove(recording)).statusCode).toBe(404)

  expect((await head.remove(recording)).json()).toMatchObject({ state: 'deleted', fileId: null })
  expect((await head.remove(recording)).statusCode).toBe(200)
  expect((await parent.play(recording)).statusCode).toBe(404)
  expect((await actionsOf()).filter((action) => action === 'recording.deleted')).toHaveLength(1)
})

test('kept for thirty days, then deleted by itself, bytes and all', async () => {
  const recording = await ready()
  const expire = () => createTasks(world.context)['expire-recordings']?.run({})
  time.aheadMs = 29 * DAY
  await expire()
  expect((await recordist(garden.mother, broadcast).play(recording)).statusCode).toBe(200)

  time.aheadMs = 31 * DAY
  await expire()
  await createTasks(world.context)['sweep-files']?.run({})
  expect(await recordist(garden.mother, broadcast).read(recording)).toMatchObject({ state: 'deleted', fileId: null })
  expect(await createFiles(world.context).storage.size(String(recording.fileId))).toBeUndefined()
  expect(await actionsOf()).toContain('recording.expired')
})

test('begun once, however often it is asked for, and only by those who run it; one at a time in a room', async () => {
  const head = recordist(garden.head, broadcast)
  expect((await recordist(garden.mother, broadcast).start()).statusCode).toBe(403)
  const id = newId<RecordingId>()
  const [first, again] = [(await head.start(id)).json<Recording>(), (await head.start(id)).json<Recording>()]
  expect(again).toEqual(first)
  expect((await head.start()).json()).toMatchObject({ code: 'recording-going-on' })
  expect((await head.remove({ id })).json()).toMatchObject({ code: 'recording-going-on' })
  expect((await recordist(garden.teacher, broadcast).stop({ id })).statusCode).toBe(403)
  // LiveKit says of nobody that they are here: nothing is recorded of an empty room.
  expect(await listRecorders()).toEqual([])

  const another = await garden.live()
  expect((await recordist(garden.head, another).start()).json()).toMatchObject({ code: 'recorders-busy' })
  expect((await head.stop({ id })).json()).toMatchObject({ state: 'finishing' })
  expect((await head.stop({ id })).json()).toMatchObject({ stoppedFor: 'asked' })
  expect((await actionsOf()).filter((action) => action.startsWith('recording.'))).toEqual(
    expect.arrayContaining(['recording.started', 'recording.stopped']),
  )
})

test('where the recordings of an organization take all they may, none is begun until one is gone; nothing goes by itself', async () => {
  const config = world.context.config as { RECORDINGS_PER_ORGANIZATION_MB: number }
  const limit = config.RECORDINGS_PER_ORGANIZATION_MB
  const head = recordist(garden.head, broadcast)
  const { space } = (await garden.head.request({ url: `/api/broadcasts/${broadcast.id}/recordings` })).json<{
    space: { used: number; limit: number }
  }>()
  expect(space).toEqual({ used: 0, limit: limit * 1024 * 1024 })
  config.RECORDINGS_PER_ORGANIZATION_MB = 1_199
  try {
    expect((await head.start()).json()).toMatchObject({ code: 'recordings-full' })
    config.RECORDINGS_PER_ORGANIZATION_MB = 2_400
    const { id } = (await head.start()).json<Recording>()
    await head.stop({ id })
    expect((await head.read({ id })).state).toBe('finishing')
    // An hour is kept free for the one that is not ready yet, and one for the next.
    config.RECORDINGS_PER_ORGANIZATION_MB = 2_399
    expect((await head.start()).json()).toMatchObject({ code: 'recordings-full' })
    const mother = await garden.mother.request({ url: `/api/broadcasts/${broadcast.id}/recordings` })
    expect(mother.json()).toMatchObject({ space: null })
  } finally {
    config.RECORDINGS_PER_ORGANIZATION_MB = limit
  }
})

test('with too little room on the disk none is begun, and one that goes on ends by itself, of which all learn', async () => {
  const config = world.context.config as { RECORDING_RESERVE_MB: number }
  const reserve = config.RECORDING_RESERVE_MB
  const head = recordist(garden.head, broadcast)
  const { id } = (await head.start()).json<Recording>()
  config.RECORDING_RESERVE_MB = 1e9
  try {
    await expect
      .poll(() => head.read({ id }), { timeout: 20_000 })
      .toMatchObject({
        stoppedFor: 'disk-low',
        isWaitingForRoom: true,
      })
    expect((await head.start()).json()).toMatchObject({ code: 'disk-low' })
  } finally {
    config.RECORDING_RESERVE_MB = reserve
  }
})
