import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSignInWorld } from './sign-in-world.ts'
import { origin } from './world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
beforeAll(async () => (world = await createSignInWorld()))
afterAll(() => world.close())

let last = 3000
const newPhone = () => `+7912347${String(++last)}`
const remove = (url: string, cookie: string) =>
  world.request({ method: 'DELETE', url, headers: { origin, cookie } }).then((answer) => answer.statusCode)

async function onTwoDevices() {
  const phone = newPhone()
  const first = await world.comesIn(phone)
  const second = await world.comesIn(phone)
  return { first: first.cookie, second: second.cookie }
}

type Listed = { sessionId: string; isThisOne: boolean; usedAt: string }
const devicesOf = async (cookie: string) => (await world.get('/api/me/devices', cookie)).body['devices'] as Listed[]

test('the list has every open session, and says which one is this', async () => {
  const { first, second } = await onTwoDevices()
  const devices = await devicesOf(first)

  expect(devices).toHaveLength(2)
  expect(devices.filter(({ isThisOne }) => isThisOne)).toHaveLength(1)
  expect(await devicesOf(second)).toHaveLength(2)
})

test('a session ended from another device stops answering at once', async () => {
  const { first, second } = await onTwoDevices()
  expect((await world.get('/api/me', second)).status).toBe(200)
  const other = (await devicesOf(first)).find(({ isThisOne }) => !isThisOne)

  expect(await remove(`/api/me/devices/${other?.sessionId ?? ''}`, first)).toBe(200)
  expect((await world.get('/api/me', second)).status).toBe(401)
  expect((await world.get('/api/me', first)).status).toBe(200)
})

test('all others end in one step, and say so on the bus', async () => {
  const { first, second } = await onTwoDevices()
  const ended: string[] = []
  world.bus.listen((event) => {
    if (event.type === 'sessions-ended') ended.push(...event.sessionIds)
  })

  expect(await remove('/api/me/devices', first)).toBe(200)
  expect((await world.get('/api/me', second)).status).toBe(401)
  expect(await devicesOf(first)).toHaveLength(1)
  expect(ended).toHaveLength(1)
})

test("another person's session answers like none", async () => {
  const { first } = await onTwoDevices()
  const [mine] = await devicesOf(first)
  const stranger = await world.comesIn(newPhone())

  expect(await remove(`/api/me/devices/${mine?.sessionId ?? ''}`, stranger.cookie)).toBe(404)
  expect((await world.get('/api/me', first)).status).toBe(200)
})

test('signing out ends the session, not only the cookie', async () => {
  const { cookie } = await world.comesIn(newPhone())
  const answer = await world.post('/api/sign-out', {}, cookie)

  expect(answer).toMatchObject({ status: 200, cookie: 'session=' })
  expect((await world.get('/api/me', cookie)).status).toBe(401)
})

test('the last use is written down by whatever the device asks next', async () => {
  const { cookie } = await world.comesIn(newPhone())
  const usedAt = async () => (await devicesOf(cookie))[0]?.usedAt
  const before = await usedAt()
  world.later(2)

  // A session found a moment ago is not read again; some seconds later it is.
  await expect.poll(usedAt, { timeout: 20_000, interval: 500 }).not.toBe(before)
})

test('the session token is in the database only as a keyed hash', async () => {
  const { cookie } = await world.comesIn(newPhone())
  const rows = await world.db.selectFrom('session').select('token_hash').execute()

  expect(rows.some(({ token_hash }) => token_hash.toString('base64url') === cookie.split('=')[1])).toBe(false)
})
