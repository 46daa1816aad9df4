import type { OrganizationCard, OpenInvitation, OwnMembership } from '@kolosok/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKindergarten, tokenIn } from './joining-seed.ts'
import { seedOrganization } from './organization-seed.ts'
import { readTestData } from './upload.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Someone = Awaited<ReturnType<World['person']>>
const put = (by: Someone, organizationId: string, payload: Buffer) =>
  by.request({
    method: 'PUT',
    url: `/api/organizations/${organizationId}/logo`,
    headers: { 'content-type': 'application/octet-stream' },
    payload,
  })
const edit = (by: Someone, organizationId: string, payload: object) =>
  by.request({ method: 'PATCH', url: `/api/organizations/${organizationId}`, payload })
const history = async (by: Someone, organizationId: string) =>
  (await by.request({ url: `/api/organizations/${organizationId}/card-history` }))
    .json<{ changes: { fields: string[] }[] }>()
    .changes.map(({ fields }) => fields)
const hours = { days: [1, 2, 3, 4, 5], from: '07:00', until: '19:00' }

test('a logo is cut to a square and written anew; whoever was told its address may look, the one before is gone', async () => {
  const place = await createKindergarten(world)
  const photo = await readTestData('order-photo.jpg')
  const { logoId } = (await put(place.admin, place.id, photo)).json<OrganizationCard>()
  const shown = await world.request({ url: `/api/logos/${logoId ?? ''}` })
  expect(shown.headers['content-type']).toBe('image/png')
  expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'png', width: 256, height: 256 })

  const invitation = await place.inviteStaff()
  const open = await world.request({ url: `/api/invitations/${tokenIn(invitation)}` })
  expect(open.json<OpenInvitation>().organization).toMatchObject({ logoId })
  const mine = await place.admin.request({ url: '/api/me/memberships' })
  expect(mine.json<{ memberships: OwnMembership[] }>().memberships[0]?.organization).toMatchObject({ logoId })

  const next = (await put(place.admin, place.id, photo)).json<OrganizationCard>()
  expect(next.logoId).not.toBe(logoId)
  expect((await world.request({ url: `/api/logos/${logoId ?? ''}` })).statusCode).toBe(404)
  await place.admin.request({ method: 'DELETE', url: `/api/organizations/${place.id}/logo` })
  expect((await world.request({ url: `/api/logos/${next.logoId ?? ''}` })).statusCode).toBe(404)
  expect(await history(place.admin, place.id)).toEqual([['logo'], ['logo'], ['logo']])
})

test.each(['hostile/script.svg', 'hostile/html-named.jpg', 'hostile/program-named.jpg', 'order.pdf'])(
  '%s is no logo, whatever its name says',
  async (file) => {
    const place = await seedOrganization(world)
    const answer = await put(await place.admin(), place.id, await readTestData(file))
    expect(answer.json()).toMatchObject({ status: 422, code: 'file-refused' })
  },
)

test('nothing at all is no logo', async () => {
  const place = await seedOrganization(world)
  const answer = await put(await place.admin(), place.id, Buffer.alloc(0))
  expect(answer.json()).toMatchObject({ code: 'file-refused', params: { reason: 'file-broken' } })
})

test('more than five megabytes are no logo', async () => {
  const place = await seedOrganization(world)
  const answer = await put(await place.admin(), place.id, Buffer.alloc(5 * 1024 * 1024 + 1))
  expect(answer.json()).toMatchObject({ code: 'file-refused', params: { reason: 'file-too-large' } })
})

test('working hours stand on the card, before every member and in the history; saved as they are they change nothing', async () => {
  const place = await seedOrganization(world)
  const [admin, parent] = [await place.admin(), await place.parent([])]
  expect((await edit(admin, place.id, { workingHours: hours })).json()).toMatchObject({ workingHours: hours })
  await edit(admin, place.id, { workingHours: { ...hours } })
  expect(await history(admin, place.id)).toEqual([['workingHours']])
  const mine = await parent.request({ url: '/api/me/memberships' })
  expect(mine.json()).toMatchObject({ memberships: [{ organization: { workingHours: hours } }] })

  await edit(admin, place.id, { workingHours: null })
  expect((await admin.request({ url: `/api/organizations/${place.id}` })).json()).toMatchObject({ workingHours: null })
})

test.each([
  [{ ...hours, until: '06:00' }, '#/workingHours/until'],
  [{ ...hours, until: '25:00' }, '#/workingHours/until'],
  [{ ...hours, days: [] }, '#/workingHours/days'],
  [{ ...hours, days: [8] }, '#/workingHours/days/0'],
])('%o are no working hours', async (workingHours, pointer) => {
  const place = await seedOrganization(world)
  const answer = await edit(await place.admin(), place.id, { workingHours })
  expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer }] })
})
