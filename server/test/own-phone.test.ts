import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPhoneOffice, DAY, newPhone } from './phone-change-seed.ts'
import { createSignInWorld } from './sign-in-world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
let office: ReturnType<typeof createPhoneOffice>
beforeAll(async () => {
  world = await createSignInWorld()
  office = createPhoneOffice(world)
})
afterAll(() => world.close())

describe('by codes to both', () => {
  test('the number moves with the account at once; the old one is told, and opens nothing any more', async () => {
    const { parent, phone } = await office.mother()
    const next = newPhone()
    const sent = await office.sendCodes(parent, next, 'sms')
    for (const to of [phone, next]) expect(world.outbox.lastTo(to).text).toContain('чтобы сменить номер')
    const answer = await office.post(parent, '/api/me/phone-change', {
      newHandle: sent.new?.handle,
      newCode: world.codeAt(next),
      oldHandle: sent.old?.handle,
      oldCode: world.codeAt(phone),
    })
    expect(answer.json()).toMatchObject({ accountId: parent.accountId, phone: next, isPhoneVerified: true })
    await world.runJobs()
    expect(world.outbox.lastTo(phone).text).toContain('изменён')

    world.later(10)
    expect(await world.comesIn(next)).toMatchObject({ accountId: parent.accountId, isNew: false })
    expect(await world.comesIn(phone)).toMatchObject({ isNew: true })
  })

  test('the address that the account has proved stands for a phone that is lost', async () => {
    const { parent } = await office.mother({ email: 'elena@example.ru' })
    const next = newPhone()
    const sent = await office.sendCodes(parent, next, 'email')
    const answer = await office.post(parent, '/api/me/phone-change', {
      newHandle: sent.new?.handle,
      newCode: world.codeAt(next),
      oldHandle: sent.old?.handle,
      oldCode: world.codeAt('elena@example.ru'),
    })
    expect(answer.json()).toMatchObject({ phone: next })
  })

  test('a wrong code says which; the new one in place of the old proves nothing', async () => {
    const { parent, phone } = await office.mother()
    const next = newPhone()
    const sent = await office.sendCodes(parent, next, 'sms')
    const typed = { newHandle: sent.new?.handle, newCode: world.codeAt(next), oldHandle: sent.old?.handle }
    const wrong = await office.post(parent, '/api/me/phone-change', { ...typed, oldCode: 'нет' })
    expect(wrong.json()).toMatchObject({ code: 'code-wrong', params: { which: 'old', attemptsLeft: 4 } })
    const twice = { ...typed, oldHandle: sent.new?.handle, oldCode: world.codeAt(next) }
    expect((await office.post(parent, '/api/me/phone-change', twice)).json()).toMatchObject({ code: 'code-spent' })
    expect(await office.me(parent)).toMatchObject({ phone })
  })

  test('what waited for a decision is over with it: no other number comes a day later', async () => {
    const { parent, phone, admin, garden } = await office.mother()
    await office.ask(parent, newPhone())
    await office.decide(admin, garden, { isInPerson: false })
    const next = newPhone()
    const sent = await office.sendCodes(parent, next, 'sms')
    await office.post(parent, '/api/me/phone-change', {
      newHandle: sent.new?.handle,
      newCode: world.codeAt(next),
      oldHandle: sent.old?.handle,
      oldCode: world.codeAt(phone),
    })
    await office.aDayLater()
    expect(await office.me(parent)).toMatchObject({ phone: next, phoneChange: null })
  })

  test('a number that somebody else has proved stays there', async () => {
    const [{ parent, phone }, other] = [await office.mother(), await office.mother()]
    const sent = await office.sendCodes(parent, other.phone, 'sms')
    const answer = await office.post(parent, '/api/me/phone-change', {
      newHandle: sent.new?.handle,
      newCode: world.codeAt(other.phone),
      oldHandle: sent.old?.handle,
      oldCode: world.codeAt(phone),
    })
    expect(answer.json()).toMatchObject({ code: 'number-has-account' })
    expect(await office.me(other.parent)).toMatchObject({ phone: other.phone })
  })
})

describe('a number with a new owner', () => {
  test('the account that slept for half a year opens by its address or by a personal code, never by the SMS', async () => {
    const { parent, phone, admin } = await office.mother({ email: 'asleep@example.ru' })
    world.later(181 * DAY)
    const { handle } = await world.askForCode(phone)
    const bySms = await world.post('/api/sign-in', { handle, code: world.codeAt(phone) })
    expect(bySms.body['code']).toBe('number-asleep')
    world.later(10)
    expect(await world.comesInByMail(phone, 'asleep@example.ru')).toMatchObject({ accountId: parent.accountId })

    world.later(181 * DAY)
    const made = await admin.request({
      method: 'POST',
      url: `/api/memberships/${parent.membershipId}/coming-back-codes`,
    })
    const { code } = made.json<{ code: string }>()
    expect((await office.comeBack(phone, code)).body).toMatchObject({ accountId: parent.accountId })
  })

  test('whoever has the number now gets an account of their own; the old one keeps its history without it', async () => {
    const { parent, phone } = await office.mother()
    world.later(181 * DAY)
    const { handle } = await world.askForCode(phone)
    const fresh = await world.post('/api/sign-in', { handle, code: world.codeAt(phone), startAnew: true })
    expect(fresh.body).toMatchObject({ isNew: true })
    expect((await world.get('/api/me/memberships', fresh.cookie)).body).toEqual({ memberships: [] })
    expect(await office.me(parent)).toMatchObject({ accountId: parent.accountId, phone: null })
    expect((await parent.request({ url: '/api/me/memberships' })).json()).toMatchObject({
      memberships: [{ role: 'parent' }],
    })
  })
})

test('a code that came by mail for a number proves nothing of that number, whatever it was sent for', async () => {
  const [phone, email] = [newPhone(), 'typed@example.org']
  const { cookie } = await world.comesInByMail(phone, email)
  const asked = [
    ['/api/me/account-merges/codes', { phone: newPhone(), way: 'sms' }, 'own', email],
    [
      '/api/me/account-merges/codes',
      { phone, way: 'email', email: 'another@example.org' },
      'other',
      'another@example.org',
    ],
    ['/api/me/phone-change/codes', { phone: newPhone(), old: 'email' }, 'old', email],
  ] as const
  for (const [url, given, which, to] of asked) {
    world.later(20)
    const { body } = await world.post(url, given, cookie)
    await world.runJobs()
    const { handle } = (body as Record<string, { handle: string }>)[which] ?? { handle: '' }
    const proof = await world.post('/api/me/phone/proofs', { handle, code: world.codeAt(to) }, cookie)
    expect([which, proof.body['code']]).toEqual([which, 'code-spent'])
  }
  expect((await world.get('/api/me', cookie)).body).toMatchObject({ phone, isPhoneVerified: false })
})

test('a code that came by mail to any address does not stand for the old number', async () => {
  const { parent, phone } = await office.mother()
  const [next, email] = [newPhone(), 'thief@example.org']
  const fresh = await office.sendCodes(parent, next, 'none')
  const newCode = world.codeAt(next)
  world.later(20)
  const url = '/api/me/account-merges/codes'
  const sent = (await office.post(parent, url, { phone, way: 'email', email })).json<{ other: { handle: string } }>()
  await world.runJobs()
  const old = { oldHandle: sent.other.handle, oldCode: world.codeAt(email) }
  world.later(-15)
  const taken = await office.post(parent, '/api/me/phone-change', { newHandle: fresh.new?.handle, newCode, ...old })
  expect(taken.json()).toMatchObject({ code: 'code-spent' })
  expect(await office.me(parent)).toMatchObject({ phone })
})
