import { randomUUID } from 'node:crypto'
import type { JournalEntry, MembershipId } from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountReferences } from '../src/account-merges/references.ts'
import { createMergeOffice } from './account-merge-seed.ts'
import { createPhoneOffice } from './phone-change-seed.ts'
import { createSignInWorld } from './sign-in-world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
let office: ReturnType<typeof createMergeOffice>
beforeAll(async () => {
  world = await createSignInWorld()
  office = createMergeOffice(world)
})
afterAll(() => world.close())

const childrenOf = async (membershipId: MembershipId) =>
  (
    await world.db
      .selectFrom('guardianship')
      .where('membership_id', '=', membershipId)
      .where('until_at', 'is', null)
      .select('child_id')
      .execute()
  ).map(({ child_id }) => child_id)

describe('two codes', () => {
  test('tell what will come over, and bring it about once; the other account has no way in any more', async () => {
    const { garden, one, other, vanya, masha, kept, ended } = await office.twice()
    const proof = await office.prove(one, other)
    expect((await office.preview(one, proof)).json()).toMatchObject({
      fullName: 'Кузнецова Елена',
      places: [{ organization: 'Колосок', roles: ['parent'], children: ['Маша'] }],
      deviceCount: 1,
    })

    const id = randomUUID()
    expect((await office.put(one, proof, id)).json()).toMatchObject({ accountId: one.accountId, phone: one.phone })
    expect((await office.put(one, proof, id)).statusCode).toBe(200)
    expect((await office.put(one, proof)).json()).toMatchObject({ code: 'code-spent' })
    expect((await other.request({ url: '/api/me' })).statusCode).toBe(401)

    expect((await childrenOf(kept.membershipId)).sort()).toEqual([vanya, masha].sort())
    expect(await childrenOf(ended.membershipId)).toEqual([])
    const mine = await one.request({ url: '/api/me/memberships' })
    expect(mine.json()).toMatchObject({ memberships: [{ id: kept.membershipId, organization: { id: garden.id } }] })
    await world.runJobs()
    expect(world.outbox.lastTo(other.phone).text).toContain('объединён')
  })

  test('leave no column behind that names the account that ended, but for those that stay on purpose', async () => {
    const { one, other } = await office.twice()
    expect((await office.merge(one, other)).statusCode).toBe(200)
    for (const [reference, fate] of Object.entries(accountReferences)) {
      const [table = '', column = ''] = reference.split('.')
      if (fate !== 'stays')
        expect([reference, await office.count(table, column, other.accountId)]).toEqual([reference, 0])
    }
  })

  test.each([
    ['own', 'code-wrong'],
    ['other', 'code-wrong'],
  ] as const)('of which the %s one is wrong bring nothing about', async (which, code) => {
    const { one, other } = await office.twice()
    const proof = await office.prove(one, other)
    const wrong = { ...proof, [which]: { ...proof[which], code: proof[which].code === '000000' ? '000001' : '000000' } }
    expect((await office.put(one, wrong)).json()).toMatchObject({ code, params: { which } })
    expect((await office.put(one, { ...proof, own: null })).json()).toMatchObject({ code: 'invalid-request' })
    expect(await office.me(other)).toMatchObject({ accountId: other.accountId })
  })

  test('that were sent for somebody else, or to the same number twice, prove nothing', async () => {
    const { one, other } = await office.twice()
    const thief = await office.person()
    const proof = await office.prove(one, other)
    expect((await office.put(thief, { ...proof, own: (await office.prove(thief, one)).own })).json()).toMatchObject({
      code: 'code-spent',
    })
    const same = { ...proof, phone: one.phone, other: proof.own }
    expect((await office.put(one, same)).json()).toMatchObject({ code: 'code-spent' })
    const sent = await one.request({
      method: 'POST',
      url: '/api/me/account-merges/codes',
      payload: { phone: one.phone, way: 'sms' },
    })
    expect(sent.json()).toMatchObject({ code: 'account-same' })
  })

  test('for a number without an account are sent all the same, and say so only when both were typed', async () => {
    const one = await office.person()
    const nobody = { phone: '+79175550000' }
    expect((await office.put(one, await office.prove(one, nobody))).json()).toMatchObject({ code: 'account-unknown' })
  })
})

test('where the other phone is lost, a code handed over in person for that account does instead', async () => {
  const { garden, one, other, ended, masha, kept } = await office.twice()
  const admin = await garden.admin()
  const made = await admin.request({ method: 'POST', url: `/api/memberships/${ended.membershipId}/coming-back-codes` })
  const sent = await office.sendCodes(one, other.phone, 'personal-code')
  expect(sent.other).toBeNull()
  const proof = (personalCode: string) => ({
    phone: other.phone,
    own: { handle: sent.own?.handle, code: world.codeAt(one.phone) },
    other: { personalCode },
  })
  expect((await office.put(one, proof('AAAAA-AAAAA'))).json()).toMatchObject({ code: 'personal-code-wrong' })
  const { code } = made.json<{ code: string }>()
  expect((await office.put(one, proof(code))).statusCode).toBe(200)
  expect(await childrenOf(kept.membershipId)).toContain(masha)
  const again = await world.post('/api/sign-in/personal-code', { phone: other.phone, code })
  expect(again.body['code']).toBe('personal-code-used')
})

describe('is refused plainly', () => {
  test('for an operator, a pupil and an adult, or while a number is being changed', async () => {
    const one = await office.person()
    const operator = await office.person({ isOperator: true })
    expect(await office.told(one, operator)).toMatchObject({ code: 'merge-operator' })

    const { one: mother, other, garden } = await office.twice()
    const pupil = await office.person()
    await world.db
      .insertInto('membership')
      .values({
        id: randomUUID() as MembershipId,
        organization_id: garden.id,
        account_id: pupil.accountId,
        role: 'student',
      })
      .execute()
    expect(await office.told(mother, pupil)).toMatchObject({ code: 'merge-pupil' })

    await createPhoneOffice(world).ask(other, '+79175559999')
    expect(await office.told(mother, other)).toMatchObject({ code: 'phone-change-waiting' })
  })

  test('for a number that slept for half a year: an SMS may have reached its new owner', async () => {
    const { one, other } = await office.twice()
    const used_at = new Date(world.context.clock().getTime() - 200 * 24 * 3600 * 1000)
    await world.db.updateTable('account').where('id', '=', other.accountId).set({ used_at }).execute()
    expect(await office.told(one, other)).toMatchObject({ code: 'number-asleep' })
  })
})

test('merged from both ends at once, one wins and the other one hears that it is done', async () => {
  const { one, other } = await office.twice()
  const proofs = [await office.prove(one, other), await office.prove(other, one)] as const
  const both = await Promise.all([office.put(one, proofs[0]), office.put(other, proofs[1])])
  expect(both.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1)
  const loser = both.find(({ statusCode }) => statusCode !== 200)
  expect(['account-merged', 'code-spent', 'not-signed-in', 'account-unknown']).toContain(
    loser?.json<{ code: string }>().code,
  )
  const merged = await world.db
    .selectFrom('account')
    .where('id', 'in', [one.accountId, other.accountId])
    .select('merged_into')
    .execute()
  expect(merged.filter(({ merged_into }) => merged_into !== null)).toHaveLength(1)
})

test('a chain of them ends in the last one, in the journal, too: what each did is told of the one that is left', async () => {
  const { garden, one, other, admin } = await office.twice()
  const third = await office.person()
  const teacher = await garden.teacher({ who: third })
  await world.db
    .insertInto('audit_entry')
    .values({
      id: randomUUID(),
      organization_id: garden.id,
      account_id: third.accountId,
      action: 'people.exported',
      subject_kind: 'organization',
      subject_id: garden.id,
    })
    .execute()
  expect((await office.merge(other, third)).statusCode).toBe(200)
  expect((await office.merge(one, other)).statusCode).toBe(200)
  const ends = await world.db.selectFrom('account').where('merged_into', '=', one.accountId).select('id').execute()
  expect(ends.map(({ id }) => id).sort()).toEqual([other.accountId, third.accountId].sort())

  const entries = async (query: string) =>
    (await admin.request({ url: `/api/organizations/${garden.id}/journal${query}` })).json<{
      entries: JournalEntry[]
    }>().entries
  const written = await entries(`?by=${one.accountId}`)
  expect(written.map(({ action }) => action)).toEqual(['account.merged', 'account.merged', 'people.exported'])
  expect(written.every(({ author }) => author.name.includes(' Елена'))).toBe(true)
  expect((await entries(`?about=${teacher.membershipId}`)).map(({ action }) => action)).toContain('account.merged')
})
