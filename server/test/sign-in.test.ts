import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSignInWorld, otherThan } from './sign-in-world.ts'
import { createWorld, origin } from './world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
beforeAll(async () => (world = await createSignInWorld()))
afterAll(() => world.close())

let last = 1000
const newPhone = () => `+7912345${String(++last)}`

test('the code from the SMS lets a new person in, as themselves and without any rights', async () => {
  const phone = newPhone()
  const { accountId, isNew, cookie } = await world.comesIn(phone)

  expect(isNew).toBe(true)
  expect((await world.get('/api/me', cookie)).body).toEqual({
    accountId,
    givenName: '',
    patronymic: '',
    familyName: '',
    phone,
    isPhoneVerified: true,
    email: null,
    isOperator: false,
    phoneChange: null,
  })
  expect((await world.get('/api/operators', cookie)).status).toBe(404)
})

test('the same number, however it is spelled, comes back to the same account', async () => {
  const first = await world.comesIn('+79123456789')
  const { handle } = await world.askForCode('8 (912) 345 67 89')
  const { body } = await world.post('/api/sign-in', { handle, code: world.codeAt('+79123456789') })

  expect(body).toMatchObject({ accountId: first.accountId, isNew: false })
})

test('a code may be typed with spaces, as some phones paste it', async () => {
  const phone = newPhone()
  const { handle } = await world.askForCode(phone)
  const code = world.codeAt(phone)

  const { status } = await world.post('/api/sign-in', { handle, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })
  expect(status).toBe(200)
})

test('a wrong code says how many attempts are left; the right one then enters', async () => {
  const phone = newPhone()
  const { handle } = await world.askForCode(phone)
  const code = world.codeAt(phone)

  const wrong = await world.post('/api/sign-in', { handle, code: otherThan(code) })
  expect(wrong).toMatchObject({ status: 409, body: { code: 'code-wrong', params: { attemptsLeft: 4 } } })
  expect((await world.post('/api/sign-in', { handle, code })).status).toBe(200)
})

test('the fifth wrong code locks: even the right one is refused, and a new one enters after the wait', async () => {
  const phone = newPhone()
  const { handle } = await world.askForCode(phone)
  const code = world.codeAt(phone)
  for (let i = 0; i < 4; i++) await world.post('/api/sign-in', { handle, code: otherThan(code) })

  const fifth = await world.post('/api/sign-in', { handle, code: otherThan(code) })
  expect(fifth).toMatchObject({ status: 429, body: { code: 'too-many-attempts', params: { seconds: 30 } } })
  expect((await world.post('/api/sign-in', { handle, code })).body['code']).toBe('too-many-attempts')
  expect((await world.post('/api/sign-in/codes', { phone, way: 'sms' })).body['code']).toBe('too-many-attempts')

  world.later(1)
  expect((await world.post('/api/sign-in', { handle, code })).body['code']).toBe('code-spent')
  await expect(world.comesIn(phone)).resolves.toMatchObject({ isNew: true })
})

test('five guesses that come at once are five guesses', async () => {
  const phone = newPhone()
  const { handle } = await world.askForCode(phone)
  const code = otherThan(world.codeAt(phone))
  const answers = await Promise.all(Array.from({ length: 12 }, () => world.post('/api/sign-in', { handle, code })))

  expect(answers.filter(({ body }) => body['code'] === 'code-wrong')).toHaveLength(4)
  expect(answers.filter(({ body }) => body['code'] === 'too-many-attempts')).toHaveLength(8)
})

test('the wait grows with every five wrong codes, over new codes too', async () => {
  const phone = newPhone()
  const waits: unknown[] = []
  for (let round = 0; round < 3; round++) {
    const { handle } = await world.askForCode(phone)
    const code = otherThan(world.codeAt(phone))
    for (let i = 0; i < 4; i++) await world.post('/api/sign-in', { handle, code })
    waits.push((await world.post('/api/sign-in', { handle, code })).body['params'])
    world.later(10)
  }
  expect(waits).toEqual([{ seconds: 30 }, { seconds: 60 }, { seconds: 120 }])
})

test('a code lives ten minutes and works once', async () => {
  const phone = newPhone()
  const late = await world.askForCode(phone)
  const lateCode = world.codeAt(phone)
  world.later(10)
  expect((await world.post('/api/sign-in', { handle: late.handle, code: lateCode })).body['code']).toBe('code-late')

  const { handle } = await world.askForCode(phone)
  const code = world.codeAt(phone)
  expect((await world.post('/api/sign-in', { handle, code })).status).toBe(200)
  expect((await world.post('/api/sign-in', { handle, code })).body['code']).toBe('code-spent')
})

test('another code may be asked for after half a minute, then after a minute, and so on', async () => {
  const phone = newPhone()
  expect(await world.askForCode(phone)).toMatchObject({ resendAfter: 30 })
  const soon = await world.post('/api/sign-in/codes', { phone, way: 'sms' })
  expect(soon).toMatchObject({ status: 429, body: { code: 'code-sent-recently', params: { seconds: 30 } } })
  world.later(0.5)
  expect(await world.askForCode(phone)).toMatchObject({ resendAfter: 60 })
})

test('a number with an account and one without are answered alike, by SMS and by mail', async () => {
  const withAccount = newPhone()
  await world.comesIn(withAccount)
  for (const way of ['sms', 'email']) {
    world.later(2)
    const known = await world.post('/api/sign-in/codes', { phone: withAccount, way })
    const unknown = await world.post('/api/sign-in/codes', { phone: newPhone(), way })
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body))
    expect(known.status).toBe(unknown.status)
    expect(known.body['expiresAt']).toBe(unknown.body['expiresAt'])
  }
})

test('what is no phone number is named beside the field', async () => {
  for (const [url, body] of [
    ['/api/sign-in/codes', { phone: '123', way: 'sms' }],
    ['/api/sign-in/personal-code', { phone: 'мама', code: 'KAXT2-48HPM' }],
  ] as const) {
    const answer = await world.post(url, body)
    expect(answer.status).toBe(400)
    expect(answer.body['errors']).toMatchObject([{ pointer: '#/phone', code: 'phone-invalid' }])
  }
})

test('the code is in no log, and in the database only as a keyed hash', async () => {
  const phone = newPhone()
  const { handle } = await world.askForCode(phone)
  const row = await world.db.selectFrom('sign_in_code').selectAll().where('id', '=', handle).executeTakeFirstOrThrow()

  expect(JSON.stringify(row)).not.toContain(world.codeAt(phone))
})

test('by mail a new person has an address, and a number that is not verified', async () => {
  const phone = newPhone()
  const { cookie } = await world.comesInByMail(phone, 'mama@example.ru')

  expect((await world.get('/api/me', cookie)).body).toMatchObject({
    phone,
    isPhoneVerified: false,
    email: 'mama@example.ru',
  })
})

test('by mail the same number and address come back to the same account', async () => {
  const phone = newPhone()
  const first = await world.comesInByMail(phone, 'papa@example.ru')
  const again = await world.comesInByMail(phone, 'papa@example.ru')

  expect(again).toMatchObject({ accountId: first.accountId, isNew: false })
})

test('whoever types the number of an account and an own address does not get into that account', async () => {
  const phone = newPhone()
  const owner = await world.comesIn(phone)
  await world.db.updateTable('account').set({ email: 'owner@example.ru' }).where('id', '=', owner.accountId).execute()

  await world.askForCode(phone, { email: 'stranger@example.ru' })

  expect(world.outbox.lastTo('owner@example.ru').text).toMatch(/\d{6}/)
  expect(() => world.outbox.lastTo('stranger@example.ru')).toThrow()
})

test('a number that was only typed reserves nothing: who proves it takes it, and the other is asked anew', async () => {
  const phone = newPhone()
  const typist = await world.comesInByMail(phone, 'typist@example.ru')
  const { handle } = await world.askForCode(phone)
  const code = world.codeAt(phone)

  const doubt = await world.post('/api/sign-in', { handle, code })
  expect(doubt).toMatchObject({ status: 409, body: { code: 'number-unproven' } })
  const owner = await world.post('/api/sign-in', { handle, code, startAnew: true })

  expect(owner).toMatchObject({ status: 200, body: { isNew: true } })
  expect((await world.get('/api/me', typist.cookie)).body).toMatchObject({ phone: null, isPhoneVerified: false })
  expect((await world.get('/api/me', owner.cookie)).body).toMatchObject({ phone, isPhoneVerified: true })
})

test('a number unused for half a year never opens the account of before by itself', async () => {
  const phone = newPhone()
  const before = await world.comesIn(phone)
  world.later(181 * 24 * 60)
  const { handle } = await world.askForCode(phone)
  const code = world.codeAt(phone)

  expect((await world.post('/api/sign-in', { handle, code })).body['code']).toBe('number-asleep')
  const after = await world.post('/api/sign-in', { handle, code, startAnew: true })

  expect(after.body['accountId']).not.toBe(before.accountId)
  expect(after.body['isNew']).toBe(true)
})

test('with no gateway nothing is promised', async () => {
  const bare = await createWorld()
  for (const way of ['sms', 'email']) {
    const payload = { phone: newPhone(), way, email: 'mama@example.ru' }
    const answer = await bare.request({ method: 'POST', url: '/api/sign-in/codes', payload, headers: { origin } })
    expect(answer.json()).toMatchObject({ status: 409, code: 'way-off' })
  }
  expect((await bare.request({ url: '/api/installation' })).json()).toMatchObject({ codeWays: [] })
  await bare.close()
})

test('names are given and kept; an empty given name is named beside the field', async () => {
  const { cookie } = await world.comesIn(newPhone())
  const change = (payload: object) =>
    world.request({ method: 'PATCH', url: '/api/me', payload, headers: { origin, cookie } })

  expect((await change({ givenName: ' Мария ', patronymic: 'Сергеевна' })).statusCode).toBe(200)
  expect((await change({ familyName: 'Иванова' })).json()).toMatchObject({
    givenName: 'Мария',
    patronymic: 'Сергеевна',
    familyName: 'Иванова',
  })
  expect((await change({ givenName: ' ' })).json()).toMatchObject({ errors: [{ pointer: '#/givenName' }] })
})
