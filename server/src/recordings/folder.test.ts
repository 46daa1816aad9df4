import { mkdtemp, mkdir, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FileId, RecordingId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderOf, hasRoomToFinish, wholePath } from './folder.ts'

const TERABYTES = 8 * 1024 ** 4
let dataFolder: string
beforeAll(async () => (dataFolder = await mkdtemp(join(tmpdir(), 'kolosok-recordings-'))))
afterAll(() => rm(dataFolder, { recursive: true }))

/** As long as no disk is, and taking nothing. */
async function lay(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w')
  await file.truncate(TERABYTES)
  await file.close()
}

test('what is recorded asks for its own size of room, as parts and once it is joined', async () => {
  const place = { config: { dataFolder, RECORDING_RESERVE_MB: 0 } }
  const [parts, joined, small] = ['parts', 'joined', 'small'] as RecordingId[] as [
    RecordingId,
    RecordingId,
    RecordingId,
  ]
  await lay(join(folderOf(place, parts), '1.mp4'))
  await lay(wholePath(folderOf(place, joined), 'film' as FileId))

  expect(await hasRoomToFinish(place, parts)).toBe(false)
  expect(await hasRoomToFinish(place, joined)).toBe(false)
  expect(await hasRoomToFinish(place, small)).toBe(true)
})
