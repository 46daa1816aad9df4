import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSignInWorld, otherThan } from './sign-in-world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
beforeAll(async () => (world = await createSignInWorld()))
afterAll(() => world.close())

let last = 1000
const newPhone = () => `+7912555${String(++last)}`
const home = '198.51.100.7'
const elsewhere = (index: number) => `203.0.113.${String(index)}`

async function ask(address: string, phone: string) {
  const { status, body } = await world.postFrom(address, '/api/sign-in/codes', { phone, way: 'sms' })
  await world.runJobs()
  return { status, body, handle: String(body['handle']), code: status === 200 ? world.codeAt(phone) : '' }
}
const enter = (address: string, handle: string, code: string) =>
  world.postFrom(address, '/api/sign-in', { handle, code })

/** Asks for a code and fails it until it is spent. */
async function guessInVain(address: string, phone: string) {
  const asked = await ask(address, phone)
  if (asked.status !== 200) return asked
  for (let i = 0; i < 4; i++) await enter(address, asked.handle, otherThan(asked.code))
  return enter(address, asked.handle, otherThan(asked.code))
}

test('whoever fails codes for a number keeps nobody else out: the owner asks from elsewhere and is in', async () => {
  const phone = newPhone()
  await world.comesIn(phone)
  const fifth = await guessInVain(elsewhere(1), phone)
  expect(fifth.body).toMatchObject({ code: 'too-many-attempts', params: { seconds: 30 } })
  expect((await ask(elsewhere(1), phone)).body['code']).toBe('too-many-attempts')

  const own = await ask(home, phone)
  expect((await enter(home, own.handle, own.code)).status).toBe(200)
})

test('a code that is on its way stays good, however many are failed meanwhile', async () => {
  const phone = newPhone()
  const own = await ask(home, phone)
  for (let i = 1; i <= 12; i++) await guessInVain(elsewhere(20 + i), phone)

  expect((await enter(home, own.handle, own.code)).status).toBe(200)
})

test('from wherever the guesses come, a number gets a few codes only; the wait grows up to half a day', async () => {
  const phone = newPhone()
  const waits: unknown[] = []
  let guessed = 0
  for (let i = 1; i <= 250 && waits.length < 7; i++) {
    const { status, body } = await ask(`2001:db8:${String(i)}::1`, phone)
    if (status === 200) guessed += 5
    else {
      const { seconds } = body['params'] as { seconds: number }
      waits.push(seconds / 60)
      world.later(seconds / 60)
    }
  }

  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 720])
  expect(guessed).toBeLessThanOrEqual(350)
})

test('who has been in from an address before gets a code there all the same', async () => {
  const phone = newPhone()
  await world.comesIn(phone)
  const { status, handle, code } = await ask(home, phone)
  expect(status).toBe(200)
  await enter(home, handle, code)
  for (let i = 1; i <= 30; i++) await ask(elsewhere(100 + i), phone)
  expect((await ask(elsewhere(200), phone)).body['code']).toBe('code-sent-recently')

  world.later(1)
  const own = await ask(home, phone)
  expect(own.status).toBe(200)
  expect((await enter(home, own.handle, own.code)).status).toBe(200)
})

test('a whole network of the sixth version counts as one address', async () => {
  const phone = newPhone()
  await guessInVain('2001:db8:1:2::1', phone)

  expect((await ask('2001:db8:1:2:ffff::9', phone)).body['code']).toBe('too-many-attempts')
  expect((await ask('2001:db8:1:3::1', phone)).status).toBe(200)
})

test('failed personal codes for a number keep nobody else out, and say how many attempts are left', async () => {
  const { accountId } = await world.person()
  const teacher = { accountId, sessionId: (await world.person()).sessionId, isOperator: false }
  const phone = newPhone()
  const owner = await world.comesIn(phone)
  const purpose = { kind: 'coming-back', accountId: owner.accountId, organizationId: null } as const
  const { code } = await world.personalCode(teacher, purpose)
  const redeem = (address: string, typed: string) =>
    world.postFrom(address, '/api/sign-in/personal-code', { phone, code: typed })

  const left: unknown[] = []
  for (let i = 0; i < 4; i++) left.push((await redeem(elsewhere(3), 'AAAAA-AAAAA')).body['params'])
  expect(left).toEqual([4, 3, 2, 1].map((attemptsLeft) => ({ attemptsLeft })))
  expect((await redeem(elsewhere(3), 'AAAAA-AAAAA')).body['code']).toBe('too-many-attempts')
  expect((await redeem(elsewhere(3), code)).body['code']).toBe('too-many-attempts')
  expect((await redeem(home, code)).status).toBe(200)
})
