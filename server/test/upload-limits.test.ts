import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createFiles, sweepFiles } from '#files/index.ts'
import { askOffset, beginUpload, readTestData, sendBytes, upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

const contentOf = (id: string) => `/api/files/${id}/content`

test('a finished upload that its uploader takes back leaves no bytes behind', async () => {
  const anna = await world.person()
  const photo = await upload(anna, 'IMG_1.jpg', await readTestData('order-photo.jpg'))
  expect(await bytesOf(photo.fileId)).toHaveLength(2)

  const headers = { 'tus-resumable': '1.0.0' }
  expect((await anna.request({ method: 'DELETE', url: photo.location, headers })).statusCode).toBe(204)
  expect(await bytesOf(photo.fileId)).toEqual([])
  expect((await anna.request({ url: contentOf(photo.fileId) })).statusCode).toBe(404)
  expect((await anna.request({ method: 'DELETE', url: photo.location, headers })).statusCode).toBe(404)
})

test('one taken back while it is being looked into leaves none either', async () => {
  const anna = await world.person()
  const bytes = await readTestData('order-photo.heic')
  const location = String((await beginUpload(anna, 'IMG_3.HEIC', bytes.length)).headers.location)
  const sent = sendBytes(anna, location, bytes)
  const id = location.split('/').at(-1) ?? ''
  await vi.waitFor(async () => {
    expect((await stat(join(world.context.config.dataFolder, 'receiving', id))).size).toBe(bytes.length)
  })
  await world.db
    .deleteFrom('file')
    .where('id', '=', id as FileId)
    .execute()

  expect((await sent).statusCode).toBe(404)
  expect(await bytesOf(id)).toEqual([])
})

test('an upload that was abandoned half-way is swept after a day, bytes and all', async () => {
  const anna = await world.person()
  const location = String((await beginUpload(anna, 'film.mp4', 1000)).headers.location)
  await sendBytes(anna, location, Buffer.alloc(400))
  const id = location.split('/').at(-1) ?? ''
  expect(await bytesOf(id)).toHaveLength(1)
  await sweepFiles(createFiles({ ...world.context, clock: () => new Date(Date.now() + 25 * 3600 * 1000) }))

  expect(await bytesOf(id)).toEqual([])
  expect((await askOffset(anna, location)).statusCode).toBe(404)
})

test.each(['order-photo.heic', 'order-photo.jpg'])(
  '%s that claims to be gigantic is refused unopened',
  async (name) => {
    const anna = await world.person()
    const { answer } = await upload(anna, name, claimGigantic(await readTestData(name)))

    expect(answer.json()).toMatchObject({ status: 422, params: { reason: 'image-too-large' } })
  },
)

test('a photo of more bytes than any camera makes is refused', async () => {
  const anna = await world.person()
  const photo = await readTestData('order-photo.heic')
  const { answer } = await upload(anna, 'IMG_4.HEIC', Buffer.concat([photo, Buffer.alloc(45 * 1024 * 1024)]))

  expect(answer.json()).toMatchObject({ status: 422, params: { reason: 'image-too-large' } })
})

/** Every file under the data folder that has this id in its name. */
async function bytesOf(id: string): Promise<string[]> {
  const all = await readdir(world.context.config.dataFolder, { recursive: true })
  return all.filter((path) => path.includes(id) && !path.endsWith('.json'))
}

/** The same picture, its header saying 30 000 by 30 000. */
function claimGigantic(bytes: Buffer): Buffer {
  const picture = Buffer.from(bytes)
  for (let at = picture.indexOf('ispe'); at >= 0; at = picture.indexOf('ispe', at + 4)) {
    picture.writeUInt32BE(30_000, at + 8)
    picture.writeUInt32BE(30_000, at + 12)
  }
  const frame = picture.lastIndexOf(Buffer.from([0xff, 0xc0]))
  if (picture[0] === 0xff && frame > 0) {
    picture.writeUInt16BE(30_000, frame + 5)
    picture.writeUInt16BE(30_000, frame + 7)
  }
  return picture
}
