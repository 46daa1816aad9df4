import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createSignInWorld } from './sign-in-world.ts'
import type { World } from './world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
beforeAll(async () => (world = await createSignInWorld()))
afterAll(() => world.close())

type Person = Awaited<ReturnType<World['person']>>
let last = 3000
const newPhone = () => `+7912347${String(++last)}`

async function kindergarten() {
  const place = await seedOrganization(world)
  const groupId = await place.group('Младшая')
  const childId = await place.child('Ваня', groupId)
  const phone = newPhone()
  const mother = await world.person({ givenName: 'Елена', phone })
  const parent = await place.parent([childId], 'мама Вани', mother)
  return { place, groupId, phone, parent, teacher: await place.teacher({ groups: [groupId] }) }
}

async function makeCode(by: Person, membershipId: string) {
  const answer = await by.request({ method: 'POST', url: `/api/memberships/${membershipId}/coming-back-codes` })
  return { status: answer.statusCode, body: answer.json<{ code: string; expiresAt: string }>() }
}
const comeBack = (phone: string, code: string) => world.post('/api/sign-in/personal-code', { phone, code })

test('a mother who lost her phone comes back into her own account by the code of her group’s teacher, once', async () => {
  const { parent, phone, teacher } = await kindergarten()
  const { status, body } = await makeCode(teacher, parent.membershipId)
  expect(status).toBe(200)
  expect(body.code).toMatch(/^[2-9ACEHKMPTXY]{5}-[2-9ACEHKMPTXY]{5}$/)
  expect(Date.parse(body.expiresAt) - world.now().getTime()).toBe(14 * 24 * 3600 * 1000)

  const back = await comeBack(phone, body.code)
  expect(back.body).toMatchObject({ accountId: parent.accountId, isNew: false })
  expect((await comeBack(phone, body.code)).body['code']).toBe('personal-code-used')
})

test('it stands in the journal of the organization, and on the devices of the one it opens', async () => {
  const { parent, teacher, place } = await kindergarten()
  await makeCode(teacher, parent.membershipId)

  const entries = world.db.selectFrom('audit_entry').where('organization_id', '=', place.id).selectAll()
  expect(await entries.where('action', '=', 'personal-code.created').execute()).toMatchObject([
    { account_id: teacher.accountId, subject_kind: 'account', subject_id: parent.accountId },
  ])
  const devices = await parent.request({ url: '/api/me/devices' })
  expect(devices.json()).toMatchObject({ comingBackCodes: [{ createdBy: 'Имя' }] })
  // Nobody opens that page by themselves: every page of theirs says it.
  expect((await parent.request({ url: '/api/me/waiting' })).json()).toMatchObject({ comingBackCodes: 1 })
  expect((await teacher.request({ url: '/api/me/waiting' })).json()).toMatchObject({ comingBackCodes: 0 })
})

test('a newer code ends the older one', async () => {
  const { parent, phone, teacher, place } = await kindergarten()
  const older = await makeCode(teacher, parent.membershipId)
  const newer = await makeCode(await place.admin(), parent.membershipId)

  expect((await comeBack(phone, older.body.code)).body['code']).toBe('personal-code-wrong')
  expect((await comeBack(phone, newer.body.code)).status).toBe(200)
})

test('the teacher of another group learns of no such parent; a colleague’s account is an admin’s to open', async () => {
  const { parent, teacher, place } = await kindergarten()
  const other = await place.teacher({ groups: [await place.group('Старшая')] })

  expect((await makeCode(other, parent.membershipId)).status).toBe(404)
  expect((await makeCode(other, teacher.membershipId)).status).toBe(403)
  expect((await makeCode(await place.admin(), teacher.membershipId)).status).toBe(200)
})

test('nobody gets above oneself by it: no operator, no admin of another place, no colleague who is a parent too', async () => {
  const { place, groupId, teacher, parent } = await kindergarten()
  const admin = await place.admin()
  const childId = await place.child('Катя', groupId)
  const operator = await place.parent([childId], 'мама', await world.person({ isOperator: true }))
  const elsewhere = await place.parent([childId], 'папа')
  await (await seedOrganization(world)).admin(elsewhere)
  const colleague = await place.parent([childId], 'мама', await place.admin())

  const offered = async (membershipId: string) => {
    const page = await admin.request({ url: `/api/organizations/${place.id}/people/${membershipId}` })
    return page.json<{ mayBeLetBack: boolean }>().mayBeLetBack
  }

  // What is refused is not offered either.
  expect(await Promise.all([operator, elsewhere, colleague].map((who) => offered(who.membershipId)))).toEqual([
    false,
    false,
    true,
  ])
  expect((await makeCode(admin, operator.membershipId)).status).toBe(403)
  expect((await makeCode(admin, elsewhere.membershipId)).status).toBe(403)
  expect((await makeCode(teacher, colleague.membershipId)).status).toBe(403)
  expect((await makeCode(admin, colleague.membershipId)).status).toBe(200)
  await world.db.updateTable('membership').set({ ended_at: new Date() }).where('id', '=', parent.membershipId).execute()
  expect((await makeCode(admin, parent.membershipId)).status).toBe(404)
})

test('a code opens every place its owner works in: none by a teacher for a colleague of elsewhere, none into an office', async () => {
  const { place, groupId, teacher } = await kindergarten()
  const childId = await place.child('Катя', groupId)
  const other = await seedOrganization(world)
  const colleague = await place.parent([childId], 'мама')
  await other.teacher({ who: colleague })
  const deputy = await place.parent([childId], 'папа')
  await other.deputy(deputy)

  expect((await makeCode(teacher, colleague.membershipId)).status).toBe(403)
  expect((await makeCode(await place.admin(), colleague.membershipId)).status).toBe(200)
  expect((await makeCode(await place.admin(), deputy.membershipId)).status).toBe(403)
})
