import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createFolderStorage } from './storage.ts'

let folder: string
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'kolosok-storage-'))))
afterAll(() => rm(folder, { recursive: true }))

const lying = async () => (await readdir(folder, { recursive: true })).filter((name) => name.length > 2)

test('what could not be put there whole leaves nothing behind', async () => {
  const storage = createFolderStorage(folder)
  const cutOff = Readable.from(
    (async function* () {
      yield await Promise.resolve(Buffer.alloc(1000))
      throw new Error('The disk is full')
    })(),
  )
  await expect(storage.put(newId(), cutOff)).rejects.toThrow('The disk is full')
  expect(await lying()).toEqual([])
})

test('what a server that was killed has left half put is deleted with the rest', async () => {
  const storage = createFolderStorage(folder)
  const key = newId()
  await storage.put(key, Buffer.from('whole'))
  await writeFile(join(folder, key.slice(34, 36), `${key}.part`), 'ha')
  await storage.delete(key)
  expect(await lying()).toEqual([])
})
