import type { Broadcast, Recording, RecordingId } from '@kolosok/contract'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDb, type Db } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { newId } from '#platform/new-id.ts'
import { readSecrets } from '#platform/secrets.ts'
import { LIVEKIT_ARRIVES_MS } from './call-world.ts'
import { decodeFilm } from './film.ts'
import { prepareLivekit } from './livekit.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { type SeededPerson, seedRoom } from './process-seed.ts'
import { listRecorders, untilPlayable } from './recording-world.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { goOnStage } from './stage.ts'

let postgres: Postgres
let server: ServerProcess
let media: Awaited<ReturnType<typeof prepareLivekit>>
let db: Db
let host: SeededPerson
beforeAll(async () => {
  postgres = await startPostgres()
  await migrate(postgres.url('postgres'))
  media = await prepareLivekit()
  const { url, apiKey, apiSecret } = media.livekit
  // Its news reach nobody here: who is in the room is asked for.
  await media.start('http://127.0.0.1:9')
  server = await startServer({
    ...{ DATABASE_URL: postgres.url('postgres'), LIVEKIT_URL: url },
    ...{ LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret },
  })
  db = connectDb(postgres.url('postgres'))
  const { people } = await seedRoom({ db, secrets: await readSecrets(server.dataFolder) }, 1)
  host = people[0] as SeededPerson
  await db.updateTable('membership').where('id', '=', host.membershipId).set({ role: 'management' }).execute()
}, LIVEKIT_ARRIVES_MS)
afterAll(async () => {
  await db.destroy()
  await server.remove()
  await media.stop()
  await postgres.stop()
  await postgres.remove()
})

const ask = (path: string, method = 'GET', body?: object) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { cookie: host.cookie, origin: server.url, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
const read = async <T>(path: string, method = 'GET', body?: object) =>
  (await ask(path, method, body)).json() as Promise<T>

async function begun(): Promise<Broadcast> {
  const { organization_id: organizationId } = await db
    .selectFrom('membership')
    .select('organization_id')
    .executeTakeFirstOrThrow()
  const path = `/api/organizations/${organizationId}/broadcasts/${newId()}`
  const { id } = await read<Broadcast>(path, 'PUT', { title: 'Утренник', audience: { kind: 'all' }, plannedAt: null })
  // The server looks by itself whether LiveKit is there.
  await expect.poll(async () => (await ask(`/api/broadcasts/${id}/start`, 'PUT')).status, { timeout: 30_000 }).toBe(200)
  return read(`/api/broadcasts/${id}`)
}

test('with the server and the recorder killed in the middle, seconds are lost: it goes on, and is finished as one', async () => {
  const broadcast = await begun()
  const one = `/api/broadcasts/${broadcast.id}`
  const { token } = await read<{ token: string }>(`${one}/token`, 'POST')
  const person = await goOnStage(media.livekit.url, token)
  const recording = await read<Recording>(`${one}/recordings/${newId<RecordingId>()}`, 'PUT')
  const [first] = await untilPlayable(server.dataFolder, recording, 1)
  const playableAt = Date.now()
  await person.flashes(5)
  const [recorder] = await listRecorders(server.pid())
  process.kill(recorder ?? 0, 'SIGKILL')
  await server.kill()
  const recordedFor = (Date.now() - playableAt) / 1_000
  const left = join(server.dataFolder, 'left.mp4')
  await writeFile(left, await readFile(first ?? ''))
  // A piece of two seconds was there; what followed it is, but for the one that was being written.
  expect((await decodeFilm(left)).seconds).toBeGreaterThan(recordedFor - 2)

  await server.start()
  await untilPlayable(server.dataFolder, recording, 2)
  await read(`${one}/end`, 'PUT')
  let ready: Recording | undefined
  await expect
    .poll(
      async () => {
        ready = (await read<{ recordings: Recording[] }>(`${one}/recordings`)).recordings[0]
        return ready
      },
      { timeout: 40_000 },
    )
    .toMatchObject({ state: 'ready', stoppedFor: 'over' })
  const whole = join(server.dataFolder, 'whole.mp4')
  await writeFile(whole, Buffer.from(await (await ask(`/api/files/${String(ready?.fileId)}/content`)).arrayBuffer()))
  const film = await decodeFilm(whole)
  expect(film.seconds).toBeGreaterThan((await decodeFilm(left)).seconds + 1)
  expect(film.flashes.length).toBeGreaterThanOrEqual(4)
  await person.leave()
})
