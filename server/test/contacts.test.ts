import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

test('a place in the list of contacts that nobody was given begins it anew, whatever it holds', async () => {
  const place = await seedOrganization(world)
  const admin = await place.admin()
  await place.teacher()
  const ask = (after: string) => admin.request({ url: `/api/organizations/${place.id}/contacts`, query: { after } })

  for (const content of ['none', '[1]', JSON.stringify(['\0', randomUUID()])]) {
    const answer = await ask(Buffer.from(content).toString('base64url'))
    expect(answer.json<{ people: unknown[] }>().people).toHaveLength(1)
  }
})

test('whom to write to is found by a part of the name or of the position', async () => {
  const place = await seedOrganization(world)
  const admin = await place.admin()
  await place.teacher()
  const find = async (q: string) => {
    const answer = await admin.request({ url: `/api/organizations/${place.id}/contacts`, query: { q } })
    return answer.json<{ people: { name: string; label: string }[] }>().people
  }
  const [teacher] = await find('')

  for (const text of [teacher?.name, teacher?.label]) {
    expect(text).not.toBe('')
    expect(await find(text?.slice(1, -1).toUpperCase() ?? '')).toEqual([teacher])
  }
  expect(await find('капитан')).toEqual([])
})
