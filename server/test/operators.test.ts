import { afterEach, beforeEach, expect, test } from 'vitest'
import { createOperatorLink, hasOperator } from '#identity/index.ts'
import { createSignInWorld } from './sign-in-world.ts'
import { origin } from './world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
beforeEach(async () => (world = await createSignInWorld()))
afterEach(() => world.close())

const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const open = async (link: string) => world.post(`/api/operator-link/${tokenOf(link)}`, {})
const remove = async (who: string, cookie: string) => {
  const url = `/api/operators/${encodeURIComponent(who)}`
  const answer = await world.request({ method: 'DELETE', url, headers: { origin, cookie } })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

async function firstOperator() {
  const { cookie, body } = await open(await createOperatorLink(world.context))
  return { cookie, accountId: String(body['accountId']) }
}

test('the link of the console makes the first operator; used again it is refused', async () => {
  expect(await hasOperator(world.db)).toBe(false)
  const link = await createOperatorLink(world.context)
  const { status, body, cookie } = await open(link)

  expect({ status, isNew: body['isNew'] }).toEqual({ status: 200, isNew: true })
  expect((await world.get('/api/me', cookie)).body).toMatchObject({ isOperator: true, phone: null })
  expect(await hasOperator(world.db)).toBe(true)
  expect(await open(link)).toMatchObject({ status: 409, body: { code: 'operator-link-spent' } })
})

test('of two who open it at once one gets in', async () => {
  const link = await createOperatorLink(world.context)
  const answers = await Promise.all([open(link), open(link)])

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a link lives an hour, and ends when a newer one is made', async () => {
  const late = await createOperatorLink(world.context)
  world.later(60)
  expect((await open(late)).body['code']).toBe('operator-link-spent')

  const older = await createOperatorLink(world.context)
  const newer = await createOperatorLink(world.context)
  expect((await open(older)).body['code']).toBe('operator-link-spent')
  expect((await open(newer)).status).toBe(200)
})

test('a later link signs the same operator in again', async () => {
  const first = await firstOperator()
  const again = await open(await createOperatorLink(world.context))

  expect(again.body).toMatchObject({ accountId: first.accountId, isNew: false })
})

test('the first operator gives name and number; the number stays unverified until a code proves it', async () => {
  const { cookie } = await firstOperator()
  const put = await world.request({
    method: 'PUT',
    url: '/api/me/phone',
    payload: { phone: '8 912 000-11-22' },
    headers: { origin, cookie },
  })
  expect(put.json()).toMatchObject({ phone: '+79120001122', isPhoneVerified: false })

  const sent = await world.post('/api/me/phone/codes', { phone: '+79120001122' }, cookie)
  await world.runJobs()
  const proof = { handle: sent.body['handle'], code: world.codeAt('+79120001122') }
  expect((await world.post('/api/sign-in', proof)).body['code']).toBe('code-spent')
  const proven = await world.post('/api/me/phone/proofs', proof, cookie)
  expect(proven.body).toMatchObject({ phone: '+79120001122', isPhoneVerified: true })
})

test('an operator adds another by number: a personal code now, rights when the number is proven', async () => {
  const { cookie } = await firstOperator()
  const phone = '+79120003344'
  const added = await world.post('/api/operators', { phone: '8 912 000 33 44', name: 'Пётр Ильич' }, cookie)
  expect(added.body).toMatchObject({ operator: { accountId: null, name: 'Пётр Ильич', phone } })

  const code = String(added.body['personalCode'])
  const second = await world.post('/api/sign-in/personal-code', { phone, code })
  expect((await world.get('/api/me', second.cookie)).body).toMatchObject({ isOperator: true, givenName: 'Пётр Ильич' })
})

test('an operator who is removed is none from the next question on; the last one stays', async () => {
  const { cookie, accountId } = await firstOperator()
  const second = await world.comesIn('+79120005566')
  await world.post('/api/operators', { phone: '+79120005566', name: 'Вторая' }, cookie)
  expect((await world.get('/api/operators', second.cookie)).status).toBe(200)

  expect((await remove(second.accountId, cookie)).status).toBe(200)
  expect((await world.get('/api/operators', second.cookie)).status).toBe(404)
  expect((await remove(accountId, cookie)).body['code']).toBe('last-operator')
})

test('one who is awaited can be taken back, with the code', async () => {
  const { cookie } = await firstOperator()
  const phone = '+79120007788'
  const added = await world.post('/api/operators', { phone, name: 'Третий' }, cookie)

  expect((await remove(phone, cookie)).status).toBe(200)
  const code = String(added.body['personalCode'])
  expect((await world.post('/api/sign-in/personal-code', { phone, code })).body['code']).toBe('personal-code-wrong')
  expect((await remove(phone, cookie)).status).toBe(404)
})

test('taking back one who is awaited stands in the journal, as adding does', async () => {
  const { cookie } = await firstOperator()
  await world.post('/api/operators', { phone: '+79120009911', name: 'Четвёртый' }, cookie)
  await remove('+79120009911', cookie)

  const actions = await world.db.selectFrom('audit_entry').select('action').orderBy('id').execute()
  expect(actions.map(({ action }) => action).slice(-1)).toEqual(['operator.not-awaited'])
})

test('the vouched code and an SMS used at the same moment make one account; the other is told where it went', async () => {
  const { cookie } = await firstOperator()
  for (let round = 0; round < 6; round++) {
    const phone = `+791300000${String(10 + round)}`
    const added = await world.post('/api/operators', { phone, name: 'Пётр' }, cookie)
    const { handle } = await world.askForCode(phone)
    const bySms = { handle, code: world.codeAt(phone) }
    const byHand = { phone, code: added.body['personalCode'] }
    const [sms, hand] = await Promise.all([
      world.postFrom('203.0.113.1', '/api/sign-in', bySms),
      world.postFrom('203.0.113.2', '/api/sign-in/personal-code', byHand),
    ])

    expect(sms.status).toBe(200)
    if (hand.status !== 200) expect(hand.body['code']).toBe('number-has-account')
    else expect(hand.body['accountId']).toBe(sms.body['accountId'])
    const winner = await world.get('/api/me', sms.cookie)
    expect(winner.body).toMatchObject({ phone, isPhoneVerified: true, isOperator: true })
  }
})
