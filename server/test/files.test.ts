import { request } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { attachFiles, createFiles, sweepFiles } from '#files/index.ts'
import { transact } from '#platform/db.ts'
import { askOffset, beginUpload, readTestData, sendBytes, upload } from './upload.ts'
import { createWorld, origin, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

const contentOf = (id: string) => `/api/files/${id}/content`

test('an uploaded document comes back as it was, as a download that no browser opens as a page', async () => {
  const anna = await world.person()
  const bytes = await readTestData('order.pdf')
  const { answer, fileId } = await upload(anna, 'Приказ №57.pdf', bytes)
  expect(answer.statusCode).toBe(204)

  const file = await anna.request({ url: contentOf(fileId) })
  expect(file.rawPayload.equals(bytes)).toBe(true)
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Приказ №57.pdf')}`,
    'x-content-type-options': 'nosniff',
  })
})

test('a photo is turned upright, keeps no place it was taken at, and has a thumbnail', async () => {
  const anna = await world.person()
  const taken = await readTestData('order-photo.jpg')
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const { fileId } = await upload(anna, 'IMG_1.jpg', taken)

  const kept = await sharp((await anna.request({ url: contentOf(fileId) })).rawPayload).metadata()
  expect(kept).toMatchObject({ format: 'jpeg', width: 1248, height: 985 })
  expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined])
  const thumbnail = await anna.request({ url: `/api/files/${fileId}/thumbnail` })
  expect(await sharp(thumbnail.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 640 })
})

test("an iPhone's photo becomes a JPEG, in its name too", async () => {
  const anna = await world.person()
  const { fileId } = await upload(anna, 'IMG_2.HEIC', await readTestData('order-photo.heic'))

  const file = await anna.request({ url: contentOf(fileId) })
  expect(file.headers['content-type']).toBe('image/jpeg')
  expect(file.headers['content-disposition']).toContain('IMG_2.jpg')
  expect((await sharp(file.rawPayload).metadata()).format).toBe('jpeg')
})

test.each([
  ['bomb.xlsx', 'archive-bomb'],
  ['html-named.jpg', 'file-html'],
  ['javascript.pdf', 'pdf-script'],
  ['program-inside.zip', 'archive-with-program'],
  ['program-named.jpg', 'file-program'],
  ['program-named.pdf', 'file-program'],
  ['script.svg', 'file-svg'],
])('%s is refused as %s, and nothing of it stays', async (name, reason) => {
  const anna = await world.person()
  const { answer, location, fileId } = await upload(anna, name, await readTestData(`hostile/${name}`))

  expect(answer.statusCode).toBe(422)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'file-refused', params: { reason } })
  expect((await anna.request({ url: contentOf(fileId) })).statusCode).toBe(404)
  expect((await askOffset(anna, location)).statusCode).toBe(404)
})

test('a table of formulas is data: handed back as a download, never shown', async () => {
  const anna = await world.person()
  const { fileId } = await upload(anna, 'a.csv', await readTestData('hostile/formulas.csv'))

  const { headers } = await anna.request({ url: contentOf(fileId) })
  expect(headers).toMatchObject({ 'content-type': 'text/plain' })
  expect(headers['content-disposition']).toMatch(/^attachment/)
})

test("another's file answers exactly like one that does not exist, begun, finished or attached", async () => {
  const [anna, boris] = [await world.person(), await world.person()]
  const { fileId, location } = await upload(anna, 'a.txt', Buffer.from('привет'))
  const none = '00000000-0000-7000-8000-000000000000'
  const same = async (url: string) => {
    const [theirs, missing] = await Promise.all([
      boris.request({ url }),
      boris.request({ url: url.replace(fileId, none) }),
    ])
    expect(theirs.body.replaceAll(fileId, none)).toBe(missing.body)
    expect(theirs.statusCode).toBe(404)
  }
  await same(contentOf(fileId))
  await same(`/api/files/${fileId}/thumbnail`)
  expect((await askOffset(boris, location)).statusCode).toBe(404)
  await expect(transact(world.db, (tx) => attachFiles(tx, actorOf(boris), [fileId]))).rejects.toThrow()

  await transact(world.db, (tx) => attachFiles(tx, actorOf(anna), [fileId]))
  await expect(transact(world.db, (tx) => attachFiles(tx, actorOf(anna), [fileId]))).rejects.toThrow()
  await same(contentOf(fileId))
})

test('a broken connection goes on where it broke', async () => {
  const anna = await world.person()
  const bytes = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#e2a93b' } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const location = String((await beginUpload(anna, 'a.png', bytes.length)).headers.location)
  await breakAfter(location, anna.cookie, bytes.subarray(0, 1_000_000), bytes.length)

  const offset = await vi.waitFor(async () => {
    const found = Number((await askOffset(anna, location)).headers['upload-offset'])
    expect(found).toBeGreaterThan(0)
    return found
  })
  expect(offset).toBeLessThan(bytes.length)
  expect((await sendBytes(anna, location, bytes.subarray(offset), offset)).statusCode).toBe(204)
  // Whoever missed the last answer learns that all is there.
  const { headers } = await askOffset(anna, location)
  expect(headers['upload-offset']).toBe(headers['upload-length'])
})

test('a file above the limit is refused before its bytes are sent', async () => {
  const answer = await beginUpload(await world.person(), 'film.mp4', 3 * 1024 ** 3)

  expect(JSON.parse(answer.body)).toMatchObject({ code: 'file-refused', params: { reason: 'file-too-large' } })
})

test('a recording is played from anywhere in it', async () => {
  const anna = await world.person()
  const { fileId } = await upload(anna, 'a.txt', Buffer.from('0123456789'))
  const part = (range: string) => anna.request({ url: contentOf(fileId), headers: { range } })

  expect(await part('bytes=2-4')).toMatchObject({ statusCode: 206, body: '234' })
  expect((await part('bytes=2-4')).headers['content-range']).toBe('bytes 2-4/10')
  expect(await part('bytes=-3')).toMatchObject({ statusCode: 206, body: '789' })
  expect((await part('bytes=10-')).statusCode).toBe(416)
})

test('a browser that holds a file asks each time whether it still may', async () => {
  const anna = await world.person()
  const { fileId } = await upload(anna, 'a.txt', Buffer.from('0123456789'))
  const { headers } = await anna.request({ url: contentOf(fileId) })
  const again = { url: contentOf(fileId), headers: { 'if-none-match': String(headers.etag) } }

  expect((await anna.request(again)).statusCode).toBe(304)
  expect((await (await world.person()).request(again)).statusCode).toBe(404)
})

test('what nothing refers to is swept after a day, what is attached stays', async () => {
  const anna = await world.person()
  const [lost, used, fresh] = [
    await upload(anna, 'lost.txt', Buffer.from('1')),
    await upload(anna, 'used.txt', Buffer.from('2')),
    await upload(anna, 'fresh.txt', Buffer.from('3')),
  ]
  await transact(world.db, (tx) => attachFiles(tx, actorOf(anna), [used.fileId]))
  const before = new Date(Date.now() - 25 * 3600_000)
  await world.db.updateTable('file').set({ created_at: before }).where('id', 'in', [lost.fileId, used.fileId]).execute()
  await sweepFiles(createFiles(world.context))

  const left = await world.db.selectFrom('file').select('id').where('uploader_id', '=', anna.accountId).execute()
  expect(left.map((row) => row.id).sort()).toEqual([used.fileId, fresh.fileId].sort())
})

test('uploading needs a session', async () => {
  const nobody = await world.request({ method: 'POST', url: '/api/uploads', headers: { origin } })
  expect(nobody.json()).toMatchObject({ code: 'not-signed-in' })
})

const actorOf = ({ accountId, sessionId }: Awaited<ReturnType<World['person']>>) => {
  return { accountId, sessionId, isOperator: false }
}

/** Sends the first bytes of a longer body, then drops the line. */
function breakAfter(path: string, cookie: string, first: Buffer, length: number): Promise<void> {
  const [host = '', port = ''] = world.address().split(':')
  const headers = {
    cookie,
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
    'content-length': String(length),
  }
  return new Promise((resolve) => {
    const sending = request({ host, port, path, method: 'PATCH', headers })
    sending.on('error', () => {
      resolve()
    })
    sending.write(first, () => sending.destroy(new Error('line dropped')))
  })
}
