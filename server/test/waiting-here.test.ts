import type { WaitingHere } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Places, type Reader, seedPlaces } from './lists/place.ts'
import { createWorld, type World } from './world.ts'

let world: World
let places: Places
beforeAll(async () => {
  world = await createWorld()
  places = await seedPlaces(world)
}, 60_000)
afterAll(() => world.close())

/** Where each count leads, and what stands there. */
const lists = {
  confirmations: ['confirmations', 'confirmations'],
  joinRequests: ['join-requests', 'requests'],
  unclaimedLinks: ['invitations?state=unclaimed', 'invitations'],
  childrenWithoutGuardian: ['children?standing=without-guardian', 'children'],
  unconfirmedStaff: ['people?standing=unconfirmed', 'people'],
} as const satisfies Record<keyof WaitingHere, readonly [string, string]>

const url = () => `/api/organizations/${places.here.organizationId}`
const waitingFor = async (reader: Reader) => (await reader.request({ url: `${url()}/waiting` })).json<WaitingHere>()

test.each(['admin', 'head', 'management', 'teacher', 'teacher of another group'])(
  'what waits for the %s is as much as the list shows that it leads to',
  async (role) => {
    const reader = places.readers[role] as Reader
    const waiting = await waitingFor(reader)
    for (const [what, [path, name]] of Object.entries(lists)) {
      const answer = await reader.request({ url: `${url()}/${path}` })
      const shown = answer.statusCode === 403 ? 0 : answer.json<Record<string, unknown[]>>()[name]?.length
      expect([what, waiting[what as keyof WaitingHere]]).toEqual([what, shown])
    }
  },
)

test('something of each waits for the administrator, of own groups only for a teacher', async () => {
  const forAdmin = await waitingFor(places.readers['admin'] as Reader)
  expect(Object.values(forAdmin).every((count) => count > 0)).toBe(true)
  const forTeacher = await waitingFor(places.readers['teacher'] as Reader)
  expect(forTeacher.unclaimedLinks).toBeLessThan(forAdmin.unclaimedLinks)
  expect(forTeacher.confirmations).toBe(0)
})
