import type { InvitationId, OrganizationId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createSignInWorld } from './sign-in-world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
let teacher: Awaited<ReturnType<typeof world.person>> & { isOperator: boolean }
beforeAll(async () => {
  world = await createSignInWorld()
  teacher = { ...(await world.person({ givenName: 'Мария' })), isOperator: false }
})
afterAll(() => world.close())

const organizationId = newId<OrganizationId>()
let last = 2000
const newPhone = () => `+7912346${String(++last)}`

const slip = async () => {
  const invitationId = newId<InvitationId>()
  const made = await world.personalCode(teacher, { kind: 'joining', invitationId, organizationId })
  return { ...made, invitationId }
}
const redeem = (phone: string, code: string, startAnew?: boolean) =>
  world.post('/api/sign-in/personal-code', { phone, code, ...(startAnew !== undefined && { startAnew }) })

test('the code on a slip lets a new account in, entitled to that invitation, with a number not verified', async () => {
  const { code, invitationId } = await slip()
  const phone = newPhone()
  const { body, cookie } = await redeem(phone, code)

  expect(code).toMatch(/^[2-9ACEHKMPTXY]{5}-[2-9ACEHKMPTXY]{5}$/)
  expect(body).toMatchObject({ isNew: true, invitationIds: [invitationId] })
  expect((await world.get('/api/me', cookie)).body).toMatchObject({ phone, isPhoneVerified: false })
})

test('it may be typed in small letters, in Cyrillic ones, without the dash', async () => {
  const { code } = await slip()
  const cyrillic: Record<string, string> = {
    A: 'а',
    C: 'с',
    E: 'е',
    H: 'н',
    K: 'к',
    M: 'м',
    P: 'р',
    T: 'т',
    X: 'х',
    Y: 'у',
  }
  const typed = code.replace('-', ' ').replace(/[A-Z]/g, (sign) => cyrillic[sign] ?? sign)

  expect((await redeem(newPhone(), typed)).status).toBe(200)
})

test('a slip never opens an existing account: its owner signs in by the own ways, and the slip stays good', async () => {
  const { code } = await slip()
  const phone = newPhone()
  await world.comesIn(phone)

  expect((await redeem(phone, code)).body['code']).toBe('number-has-account')
  expect((await redeem(newPhone(), code)).status).toBe(200)
})

test('a code works once, for fourteen days, and not when it was revoked', async () => {
  const used = await slip()
  await redeem(newPhone(), used.code)
  expect((await redeem(newPhone(), used.code)).body['code']).toBe('personal-code-used')

  const late = await slip()
  world.later(14 * 24 * 60)
  expect((await redeem(newPhone(), late.code)).body['code']).toBe('personal-code-late')
})

test('after five wrong codes a number waits, whatever is typed then', async () => {
  const { code } = await slip()
  const phone = newPhone()
  for (let i = 0; i < 4; i++) expect((await redeem(phone, 'KAXT2-48HPM')).body['code']).toBe('personal-code-wrong')

  expect(await redeem(phone, 'KAXT2-48HPM')).toMatchObject({ status: 429, body: { params: { seconds: 30 } } })
  expect((await redeem(phone, code)).body['code']).toBe('too-many-attempts')
  world.later(1)
  expect((await redeem(phone, code)).status).toBe(200)
})

test('a code for coming back opens the one named account, with its number only', async () => {
  const phone = newPhone()
  const { accountId } = await world.comesIn(phone)
  const { code } = await world.personalCode(teacher, { kind: 'coming-back', accountId, organizationId })

  expect((await redeem(newPhone(), code)).body['code']).toBe('personal-code-wrong')
  expect((await redeem(phone, code)).body).toMatchObject({ accountId, isNew: false })
})

test('a code for coming back is seen on the other devices, in the journal, and can be refused there', async () => {
  const phone = newPhone()
  const { accountId, cookie } = await world.comesIn(phone)
  const made = await world.personalCode(teacher, { kind: 'coming-back', accountId, organizationId })

  const { body } = await world.get('/api/me/devices', cookie)
  expect(body['comingBackCodes']).toMatchObject([{ personalCodeId: made.personalCodeId, createdBy: 'Мария' }])
  const journal = await world.db.selectFrom('audit_entry').selectAll().where('subject_id', '=', accountId).execute()
  expect(journal).toContainEqual(
    expect.objectContaining({
      action: 'personal-code.created',
      account_id: teacher.accountId,
      organization_id: organizationId,
    }),
  )
  expect(JSON.stringify(journal)).not.toContain(made.code)

  const url = `/api/me/coming-back-codes/${made.personalCodeId}`
  expect((await teacher.request({ method: 'DELETE', url })).statusCode).toBe(404)
  const refused = await world.request({ method: 'DELETE', url, headers: { cookie, origin: 'https://kolosok.test' } })
  expect(refused.statusCode).toBe(200)
  expect((await redeem(phone, made.code)).body['code']).toBe('personal-code-wrong')
})

test('a newer code for coming back ends the older one', async () => {
  const phone = newPhone()
  const { accountId } = await world.comesIn(phone)
  const older = await world.personalCode(teacher, { kind: 'coming-back', accountId, organizationId })
  const newer = await world.personalCode(teacher, { kind: 'coming-back', accountId, organizationId })

  expect((await redeem(phone, older.code)).body['code']).toBe('personal-code-wrong')
  expect((await redeem(phone, newer.code)).status).toBe(200)
})

test("an operator's code for a number vouches for it, and fits no other", async () => {
  const phone = newPhone()
  const { code } = await world.personalCode(teacher, { kind: 'joining', phone, organizationId: null })

  expect((await redeem(newPhone(), code)).body['code']).toBe('personal-code-wrong')
  const { cookie } = await redeem(phone, code)
  expect((await world.get('/api/me', cookie)).body).toMatchObject({ phone, isPhoneVerified: true })
})

test('where somebody else typed the number, the person is asked before a second account is made', async () => {
  const phone = newPhone()
  await redeem(phone, (await slip()).code)
  const { code } = await slip()

  expect((await redeem(phone, code)).body['code']).toBe('number-unproven')
  expect((await redeem(phone, code, true)).body).toMatchObject({ isNew: true })
})
