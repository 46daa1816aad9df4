import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Broadcast, type FileId, type Recording, RECORDING_LONGEST_HOURS } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { transact } from '#platform/db.ts'
import { findFfmpeg, folderOf } from '#recordings/index.ts'
import { type Garden, seedGarden } from './broadcast-world.ts'
import { recordist } from './recording-world.ts'
import { createWorld, type World } from './world.ts'

const HOUR = 3600_000
const SOON = { timeout: 20_000 }
const time = { aheadMs: 0 }
let world: World
let garden: Garden
beforeAll(async () => {
  // LiveKit is said to be there, and can't be reached: what is recorded waits for it.
  const state = () => ({ isAvailable: true }) as const
  world = await createWorld({
    livekit: { url: 'http://127.0.0.1:9', apiKey: 'key', apiSecret: 'secret', state },
    env: { RECORDINGS_AT_ONCE: '10' },
    clock: () => new Date(Date.now() + time.aheadMs),
  })
  garden = await seedGarden(world)
})
afterAll(() => world.close())
beforeEach(() => (time.aheadMs = 0))

async function begun(title = 'Утренник') {
  const broadcast = await garden.live({ title })
  const head = recordist(garden.head, broadcast)
  return { broadcast, head, recording: (await head.start()).json<Recording>() }
}

const end = ({ id }: Broadcast) => garden.head.request({ method: 'PUT', url: `/api/broadcasts/${id}/end` })

async function lay(recording: Recording, name: string, bytes: string): Promise<void> {
  const folder = folderOf(world.context, recording.id)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), bytes)
}

async function waitsForLock(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`.execute(world.db)
    if (rows[0]?.n) return
  }
}

test('what has left nothing behind is said to have failed, whatever another room that is recorded can’t be asked', async () => {
  await begun('Никто не отвечает')
  const { broadcast, head, recording } = await begun()
  await lay(recording, `${String(Date.now())}.mp4`, 'cut off before its first picture')
  await end(broadcast)
  await expect.poll(() => head.read(recording), SOON).toMatchObject({ state: 'failed', stoppedFor: 'over' })
})

test('a copy that was cut off is made again in its place, and no title leads anywhere', async () => {
  const { broadcast, head, recording } = await begun('Утренник 12/05')
  const fileId = newId<FileId>()
  const stored = join(world.context.config.dataFolder, 'files', fileId.slice(34, 36), fileId)
  await world.db.insertInto('file').values({ id: fileId, name: 'x.mp4', size: 1, uploader_id: null }).execute()
  await mkdir(dirname(stored), { recursive: true })
  await writeFile(`${stored}.part`, 'half of it')
  const whole = join(folderOf(world.context, recording.id), `whole-${fileId}.mp4`)
  await mkdir(dirname(whole), { recursive: true })
  const film = ['-f', 'lavfi', '-i', 'color=s=64x64:d=1', '-c:v', 'libx264', '-preset', 'ultrafast']
  await promisify(execFile)((await findFfmpeg('')) ?? '', ['-nostdin', '-v', 'error', ...film, whole])
  await end(broadcast)

  await expect.poll(() => head.read(recording), SOON).toMatchObject({ state: 'ready', fileId, seconds: 1 })
  expect(await readdir(dirname(stored))).toEqual([fileId])
  const { headers } = await head.download({ fileId })
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('Утренник 12-05.mp4')
})

test('deleted at the moment it is ready, its film does not stay', async () => {
  const { broadcast, head, recording } = await begun()
  const fileId = newId<FileId>()
  const file = { id: fileId, name: 'x.mp4', size: 1, uploader_id: null, attached_at: new Date() }
  await world.db.insertInto('file').values(file).execute()
  let removing: ReturnType<typeof head.remove> | undefined
  await transact(world.db, async (tx) => {
    const ready = { state: 'ready', stopped_at: new Date(), stopped_for: 'asked', file_id: fileId } as const
    await tx.updateTable('recording').set(ready).where('id', '=', recording.id).execute()
    removing = head.remove(recording)
    removing.catch(() => undefined)
    await waitsForLock()
  })
  expect((await removing)?.json()).toMatchObject({ state: 'deleted' })
  const left = world.db.selectFrom('file').select('attached_at').where('id', '=', fileId)
  expect(await left.executeTakeFirst()).toEqual({ attached_at: null })
  await end(broadcast)
})

test('what nobody ends ends by itself, and says why', async () => {
  const { head, recording } = await begun()
  time.aheadMs = RECORDING_LONGEST_HOURS * HOUR
  await expect.poll(() => head.read(recording), SOON).toMatchObject({ stoppedFor: 'too-long' })
})
