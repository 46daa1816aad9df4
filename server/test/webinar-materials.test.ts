import { randomUUID } from 'node:crypto'
import { fileEndpoints, pathOf, type WebinarMaterial } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { readTestData, upload } from './upload.ts'
import { createWebinarWorld, MINUTE, type Someone } from './webinar-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createWebinarWorld>>
let garden: Awaited<ReturnType<typeof seedOrganization>>
beforeAll(async () => {
  place = await createWebinarWorld()
  garden = await seedOrganization(place.world)
})
afterAll(() => place.world.close())
beforeEach(() => {
  place.time.at = START
})

const add = (webinarId: string, given: object, id: string = randomUUID()) =>
  place.ask(place.operator, 'PUT', `/api/operator/webinars/${webinarId}/materials/${id}`, {
    title: 'Памятка',
    ...given,
  })
const titlesFor = async (who: Someone, id: string) => {
  const { materials } = (await place.get(who, id)).json<{ materials: WebinarMaterial[] }>()
  return materials.map(({ title }) => title)
}
const read = async (who: Someone, fileId: string) =>
  (await who.request({ url: pathOf(fileEndpoints.content, { fileId }) })).statusCode

test('files and links are for those with a seat, some of them only when it is over', async () => {
  const { id, endsAt } = await place.announced({ seats: 1 })
  const { fileId } = await upload(place.operator, 'слайды.jpg', await readTestData('order-photo.jpg'))
  const link = 'https://example.org/programme'
  const [materialId, afterId] = [randomUUID(), randomUUID()]
  expect((await add(id, { title: 'Программа', link }, materialId)).statusCode).toBe(200)
  expect((await add(id, { title: 'Программа', link }, materialId)).statusCode).toBe(200)
  place.time.at = new Date(START.getTime() + MINUTE)
  expect((await add(id, { title: 'Слайды', fileId, shown: 'after' }, afterId)).statusCode).toBe(200)

  const [seated, waiting] = [await garden.teacher(), await garden.teacher()]
  await place.register(seated, id)
  await place.register(waiting, id)
  expect(await titlesFor(seated, id)).toEqual(['Программа'])
  expect(await titlesFor(waiting, id)).toEqual([])
  expect(await read(seated, fileId)).toBe(404)

  place.time.at = new Date(Date.parse(endsAt) + MINUTE)
  expect(await titlesFor(seated, id)).toEqual(['Программа', 'Слайды'])
  expect(await read(seated, fileId)).toBe(200)
  expect(await read(waiting, fileId)).toBe(404)

  const url = `/api/operator/webinars/${id}/materials/${afterId}`
  expect((await place.ask(place.operator, 'DELETE', url)).statusCode).toBe(200)
  expect((await place.ask(place.operator, 'DELETE', url)).statusCode).toBe(200)
  expect(await titlesFor(seated, id)).toEqual(['Программа'])
  expect(await read(seated, fileId)).toBe(404)
})

test('a material is a file or a link, and a link leads into the web; with a draft its materials go', async () => {
  const { id } = await place.drafted()
  expect((await add(id, {})).json()).toMatchObject({ errors: [{ pointer: '#/link', code: 'required' }] })
  expect((await add(id, { link: 'javascript:alert(1)' })).statusCode).toBe(400)
  await add(id, { link: 'https://example.org' })
  expect((await place.remove(id)).statusCode).toBe(200)
})
