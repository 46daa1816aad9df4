import type { Broadcast, Call, Recording } from '@kolosok/contract'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Garden, seedGarden, spectator } from './broadcast-world.ts'
import { caller, type CallWorld, createCallWorld, LIVEKIT_ARRIVES_MS, startedBy } from './call-world.ts'
import { decodeFilm } from './film.ts'
import { callRecordist, listRecorders, recordist, untilPlayable } from './recording-world.ts'
import { goOnStage } from './stage.ts'

let world: CallWorld
let garden: Garden
beforeAll(async () => {
  world = await createCallWorld()
  garden = await seedGarden(world)
}, LIVEKIT_ARRIVES_MS)
afterAll(() => world.close())

async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look()
    if (isThere(seen)) return seen
    await sleep(50)
  }
}

/** On, with its host on the stage. */
async function onAir(): Promise<{ broadcast: Broadcast; host: Awaited<ReturnType<typeof goOnStage>> }> {
  const planned = await garden.planned(garden.head, { title: 'Утренник' })
  const broadcast = (await spectator(garden.head).start(planned)).json<Broadcast>()
  const { token } = (await spectator(garden.head).join(broadcast)).json<{ token: string }>()
  return { broadcast, host: await goOnStage(world.livekit.url, token) }
}

test('what is recorded plays to its end, though its recorder was killed in the middle; seen by all before it begins', async () => {
  const { broadcast, host } = await onAir()
  const { dataFolder } = world.context.config
  const keeper = recordist(garden.head, broadcast)
  const recording = (await keeper.start()).json<Recording>()
  expect(recording).toMatchObject({ state: 'recording', fileId: null })

  const [first] = await until(
    () => listRecorders(),
    (pids) => pids.length > 0,
  )
  await until(
    () => Promise.resolve(host.room.metadata ?? ''),
    (said) => said.includes('"isRecorded":true'),
  )
  expect(await spectator(garden.mother).read(broadcast)).toMatchObject({ isRecorded: true, recordings: 0 })
  await until(() => Promise.resolve(host.room.isRecording), Boolean)
  const [part] = await untilPlayable(dataFolder, recording, 1)
  // LiveKit had told everybody in the room before the recorder was even started.
  const { shown_at: shownAt } = await world.db
    .selectFrom('recording')
    .select('shown_at')
    .where('id', '=', recording.id)
    .executeTakeFirstOrThrow()
  expect(shownAt?.getTime()).toBeLessThanOrEqual(Number(basename(part ?? '', '.mp4')))
  await host.flashes(3)
  process.kill(first ?? 0, 'SIGKILL')
  await until(
    () => listRecorders(),
    ([pid]) => pid !== undefined && pid !== first,
  )
  await untilPlayable(dataFolder, recording, 2)
  await host.flashes(2)
  expect((await keeper.stop(recording)).json()).toMatchObject({ state: 'finishing', stoppedFor: 'asked' })

  const ready = await until(
    () => keeper.read(recording),
    ({ state }) => state === 'ready' || state === 'failed',
  )
  expect(ready).toMatchObject({ state: 'ready', progress: 100 })
  await until(
    () => Promise.resolve(host.room.metadata ?? ''),
    (said) => said.includes('"isRecorded":false'),
  )
  const whole = await recordist(garden.mother, broadcast).play(ready)
  expect(whole.headers).toMatchObject({ 'content-type': 'video/mp4', 'accept-ranges': 'bytes' })
  const path = join(dataFolder, 'film.mp4')
  await writeFile(path, whole.rawPayload)
  const film = await decodeFilm(path)
  // Of each run its beginning, and of the one that was killed less than the piece that was being written.
  expect(film.flashes.length).toBeGreaterThanOrEqual(4)
  expect(film.beeps.length).toBeGreaterThanOrEqual(4)
  expect(Math.abs(film.seconds - (ready.seconds ?? 0))).toBeLessThan(1.5)
  await host.leave()
})

test('a group’s call is recorded after all in it were told; it ends with the call, and others never find it', async () => {
  const [teacher, mother, stranger] = [
    await world.person({ givenName: 'Мария' }),
    await world.person({ role: 'parent' }),
    await world.person(),
  ]
  const chatId = await world.chat([mother], { moderators: [teacher], title: 'Младшая' })
  const call = await startedBy(teacher, chatId)
  const { token } = (await caller(teacher).join(call)).json<{ token: string }>()
  const host = await goOnStage(world.livekit.url, token)
  const keeper = callRecordist(teacher, call)
  const recording = (await keeper.start()).json<Recording>()
  const [part] = await untilPlayable(world.context.config.dataFolder, recording, 1)
  expect(host.room.metadata).toBe('{"isRecorded":true}')
  const { shown_at: shownAt } = await world.db
    .selectFrom('recording')
    .select('shown_at')
    .where('id', '=', recording.id)
    .executeTakeFirstOrThrow()
  expect(shownAt?.getTime()).toBeLessThanOrEqual(Number(basename(part ?? '', '.mp4')))
  await host.flashes(3)
  // Who records is in no attendance and keeps its place: nobody shows it out as a stranger.
  expect((await caller(mother).get(call)).json<Call>()).toMatchObject({ isRecorded: true, participants: 1 })
  expect(host.room.isRecording).toBe(true)

  await caller(teacher).end(call)
  const ready = await until(
    () => keeper.read(recording),
    ({ state }) => state === 'ready' || state === 'failed',
  )
  expect(ready).toMatchObject({ state: 'ready', stoppedFor: 'over' })
  const whole = await callRecordist(mother, call).play(ready)
  const path = join(world.context.config.dataFolder, 'call.mp4')
  await writeFile(path, whole.rawPayload)
  const film = await decodeFilm(path)
  expect(film.flashes.length).toBeGreaterThanOrEqual(2)
  expect(film.beeps.length).toBeGreaterThanOrEqual(2)
  expect((await callRecordist(stranger, call).play(ready)).statusCode).toBe(404)
  expect((await callRecordist(stranger, call).ask()).statusCode).toBe(404)
  const page = (await mother.page(chatId)).messages
  expect(page.find(({ kind }) => kind === 'call')?.call).toMatchObject({ isRecorded: true, outcome: 'ended' })
  await host.leave()
})
