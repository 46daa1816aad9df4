import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMergeOffice } from './account-merge-seed.ts'
import { newPhone } from './phone-change-seed.ts'
import { createSignInWorld } from './sign-in-world.ts'
import { origin } from './world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
let office: ReturnType<typeof createMergeOffice>
beforeAll(async () => {
  world = await createSignInWorld()
  office = createMergeOffice(world)
})
afterAll(() => world.close())

describe('one number, proven in one account and typed in the other that came in by mail', () => {
  const address = () => `${randomUUID()}@example.org`
  const send = (cookie: string, phone: string, given: object) =>
    world.post('/api/me/account-merges/codes', { phone, ...given }, cookie)
  type Codes = { own: { handle: string }; other: { handle: string } }
  const preview = (cookie: string, { own, other }: Codes, [ownCode, otherCode]: [string, string], phone: string) =>
    world.post(
      '/api/me/account-merges/preview',
      { phone, own: { handle: own.handle, code: ownCode }, other: { handle: other.handle, code: otherCode } },
      cookie,
    )

  test.each([
    ['stands beside it', false],
    ['was lost to it', true],
  ])('is one account when both codes are there, whether the typed one %s', async (_, isLost) => {
    const [phone, email] = [newPhone(), address()]
    const bySms = await world.comesIn(phone)
    const byMail = await world.comesInByMail(phone, email)
    expect(byMail.accountId).not.toBe(bySms.accountId)
    if (isLost) await world.comesIn(phone)
    world.later(2)
    const { body } = await send(byMail.cookie, phone, { way: 'sms' })
    await world.runJobs()
    const codes = [world.codeAt(email), world.codeAt(phone)] as [string, string]
    expect((await preview(byMail.cookie, body as Codes, codes, phone)).body).toHaveProperty('places')

    const { own, other } = body as Codes
    const answer = await world.request({
      method: 'PUT',
      url: `/api/me/account-merges/${randomUUID()}`,
      headers: { origin, cookie: byMail.cookie },
      payload: {
        phone,
        own: { handle: own.handle, code: codes[0] },
        other: { handle: other.handle, code: codes[1] },
      },
    })
    expect(answer.json()).toMatchObject({ accountId: byMail.accountId, phone, isPhoneVerified: true, email })
    world.later(10)
    expect(await world.comesIn(phone)).toMatchObject({ accountId: byMail.accountId, isNew: false })
  })

  test('is so from the proven one on, too', async () => {
    const [phone, email] = [newPhone(), address()]
    const bySms = await world.comesIn(phone)
    await world.comesInByMail(phone, email)
    world.later(2)
    const { body } = await send(bySms.cookie, phone, { way: 'email', email })
    await world.runJobs()
    const codes = [world.codeAt(phone), world.codeAt(email)] as [string, string]
    expect((await preview(bySms.cookie, body as Codes, codes, phone)).body).toHaveProperty('places')
  })
})

test('whoever has made a code for somebody does not take over their account by it', async () => {
  const { one, other, ended, garden } = await office.twice()
  const admin = await garden.admin(one)
  const made = await admin.request({ method: 'POST', url: `/api/memberships/${ended.membershipId}/coming-back-codes` })
  const { code } = made.json<{ code: string }>()
  const sent = await office.sendCodes(one, other.phone, 'personal-code')
  const own = { handle: sent.own?.handle, code: world.codeAt(one.phone) }
  const proof = { phone: other.phone, own, other: { personalCode: code } }
  expect((await office.put(one, proof)).json()).toMatchObject({ code: 'merge-own-code', params: { which: 'other' } })
  expect(await office.me(other)).toMatchObject({ accountId: other.accountId })
})
