import { pathOf, invitationEndpoints, joiningEndpoints } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKindergarten, join, type Kindergarten, openLink, tokenIn } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Kindergarten
let time = new Date('2026-09-01T08:00:00Z')
const day = 24 * 60 * 60 * 1000

beforeAll(async () => {
  world = await createWorld({ clock: () => time })
  garden = await createKindergarten(world)
})
afterAll(() => world.close())

async function family(useLimit = 2) {
  const group = await garden.group('Младшая', 'Кузнецов Ваня')
  const teacher = await garden.staff({ givenName: 'Мария', leads: [group.id] })
  const [childId] = group.children
  if (!childId) throw new Error('No child')
  const invitation = await garden.inviteFamily(group.id, childId, { by: teacher, useLimit })
  return { group, teacher, childId, invitation }
}
const codeOf = (answer: { json: () => { code: string } }) => answer.json().code
const members = (groupId: string) =>
  world.db
    .selectFrom('group_member')
    .where('group_id', '=', groupId as never)
    .select('account_id')
    .execute()

test('the first page says who invites and to what, and nothing about who is invited', async () => {
  const { invitation } = await family()

  const answer = await openLink(world, invitation)

  expect(answer.json()).toMatchObject({
    kind: 'child',
    role: 'parent',
    groupNames: ['Младшая'],
    inviter: { name: 'Мария', position: 'воспитатель', isConfirmed: true },
    joined: null,
  })
  expect(answer.body).not.toMatch(/Ваня|Кузнецов/)
})

test("the child's name comes only after the code", async () => {
  const { invitation } = await family()
  const url = pathOf(joiningEndpoints.details, { token: tokenIn(invitation) })
  const mother = await world.person({ givenName: '' })

  expect(codeOf(await world.request({ url }))).toBe('not-signed-in')
  expect((await mother.request({ url })).json()).toMatchObject({
    childName: 'Кузнецов Ваня',
    name: null,
    consents: [{ purpose: 'family-communication', textVersion: 1 }],
  })
})

test('a parent who joins belongs to the group of the child, with the label they chose', async () => {
  const { invitation, group } = await family()
  const mother = await world.person({ givenName: '' })

  const answer = await join(mother, invitation)

  expect(answer.json()).toMatchObject({
    organizationId: garden.id,
    organizationCode: garden.code,
    groupIds: [group.id],
  })
  expect(await members(group.id)).toContainEqual({ account_id: mother.accountId })
  const person = await world.db.selectFrom('person').where('account_id', '=', mother.accountId).selectAll().execute()
  expect(person).toMatchObject([{ name: 'Елена Кузнецова', label: 'мама Вани', role: 'parent' }])
  const consents = await world.db.selectFrom('consent').where('account_id', '=', mother.accountId).selectAll().execute()
  expect(consents).toMatchObject([{ purpose: 'family-communication', text_version: 1, organization_id: garden.id }])
})

test('saying yes twice takes one use and leads to the same place', async () => {
  const { invitation } = await family()
  const mother = await world.person({ givenName: '' })

  const [first, second] = await Promise.all([join(mother, invitation), join(mother, invitation)])

  expect(second.json()).toEqual(first.json())
  const row = await world.db.selectFrom('invitation').where('id', '=', invitation.id).select('uses').executeTakeFirst()
  expect(row).toEqual({ uses: 1 })
})

test('of two people racing for the last use one gets in, and the other a plain answer', async () => {
  const { invitation, group } = await family(1)
  const racers = await Promise.all(Array.from({ length: 6 }, () => world.person({ givenName: '' })))

  const answers = await Promise.all(racers.map((racer) => join(racer, invitation)))

  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 410, 410, 410, 410, 410])
  expect(answers.filter((answer) => answer.statusCode === 410).map(codeOf)).toEqual(Array(5).fill('invitation-spent'))
  expect(await members(group.id)).toHaveLength(2) // with the teacher
})

test('a spent, an expired, a revoked and an unknown link each say so, and name nobody', async () => {
  const spent = (await family(1)).invitation
  await join(await world.person({ givenName: '' }), spent)
  const { invitation: revoked } = await family()
  await garden.admin.request({
    method: 'DELETE',
    url: pathOf(invitationEndpoints.revoke, { organizationId: garden.id, invitationId: revoked.id }),
  })
  const { invitation: left, childId } = await family()
  await world.db.updateTable('child').where('id', '=', childId).set({ left_at: time }).execute()
  const { invitation: expired } = await family()

  const before = time
  time = new Date(time.getTime() + 14 * day)
  const stranger = await world.person({ givenName: '' })
  const links = [spent, revoked, left, expired, { url: '/i/AAAAAAAAAAAAAAAAAAAAAAAAAAA', role: 'parent' as const }]
  const answers = await Promise.all(
    links.flatMap((link) => [openLink(world, link), openLink(stranger, link), join(stranger, link)]),
  )
  time = before

  const three = (code: string) => [code, code, code]
  expect(answers.map(codeOf)).toEqual([
    ...three('invitation-spent'),
    ...three('invitation-revoked'),
    ...three('invitation-revoked'),
    ...three('invitation-expired'),
    ...three('not-found'),
  ])
  for (const { body } of answers) expect(body).not.toMatch(/Колосок|Младшая|Ваня|Мария|Елена/)
})

test('a link opens to the last moment of its term', async () => {
  const { invitation } = await family()
  const before = time
  time = new Date(time.getTime() + 14 * day - 1)
  const answer = await openLink(world, invitation)
  time = before

  expect(answer.statusCode).toBe(200)
})

test('whoever has joined is led on by the same link, also when it is spent', async () => {
  const { invitation, group } = await family(1)
  const mother = await world.person({ givenName: '' })
  await join(mother, invitation)

  expect((await openLink(mother, invitation)).json()).toMatchObject({ joined: { groupIds: [group.id] } })
})

test('every bad field is named at once, and nothing is stored', async () => {
  const { invitation } = await family()
  const mother = await world.person({ givenName: '' })

  const answer = await join(mother, invitation, { givenName: ' ', familyName: '', label: 'м'.repeat(61) })

  const errors = answer.json<{ errors: { pointer: string; code: string }[] }>().errors
  expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['#/givenName', 'required'],
    ['#/familyName', 'required'],
    ['#/label', 'too-long'],
  ])
  expect(await world.db.selectFrom('membership').where('account_id', '=', mother.accountId).execute()).toEqual([])
})

test('without the consent nobody gets in, and an older wording has to be read again', async () => {
  const { invitation } = await family()
  const mother = await world.person({ givenName: '' })

  const none = await join(mother, invitation, { consents: [] })
  const older = await join(mother, invitation, { consents: [{ purpose: 'family-communication', textVersion: 7 }] })

  expect(none.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/consents', code: 'required' }] })
  expect(codeOf(older)).toBe('consent-outdated')
  expect(await world.db.selectFrom('membership').where('account_id', '=', mother.accountId).execute()).toEqual([])
})

test('an invitation is no way to rename oneself', async () => {
  const { invitation } = await family()
  const father = await world.person({ givenName: 'Игорь' })

  await join(father, invitation)

  const account = await world.db
    .selectFrom('account')
    .where('id', '=', father.accountId)
    .select('given_name')
    .executeTakeFirst()
  expect(account).toEqual({ given_name: 'Игорь' })
})

test('a child that has moved takes the parent to the new group', async () => {
  const { invitation, childId, group } = await family()
  const older = await garden.group('Старшая')
  await world.db.updateTable('group_child').where('child_id', '=', childId).set({ until_at: new Date() }).execute()
  await world.db.insertInto('group_child').values({ group_id: older.id, child_id: childId }).execute()
  const mother = await world.person({ givenName: '' })

  expect((await openLink(world, invitation)).json()).toMatchObject({ groupNames: ['Старшая'] })
  expect((await join(mother, invitation)).json()).toMatchObject({ groupIds: [older.id] })
  expect(await members(group.id)).not.toContainEqual({ account_id: mother.accountId })
})

test('a teacher who joins belongs to the staff, not confirmed, in the position of the invitation', async () => {
  const invitation = await garden.inviteStaff({ position: 'учитель-логопед' })
  const therapist = await world.person({ givenName: '' })

  const answer = await join(therapist, invitation, { position: 'директор' })

  expect(answer.json()).toMatchObject({ kind: 'staff', groupIds: [garden.staffGroupId] })
  expect(await members(garden.staffGroupId)).toContainEqual({ account_id: therapist.accountId })
  const membership = world.db.selectFrom('membership').where('account_id', '=', therapist.accountId).selectAll()
  expect(await membership.execute()).toMatchObject([
    { role: 'teacher', position: 'учитель-логопед', confirmed_at: null, is_admin: false },
  ])
})

test('a link for staff lets nobody in as a parent, nor the other way round', async () => {
  const invitation = await garden.inviteStaff()
  const someone = await world.person({ givenName: '' })

  const answer = await join(someone, { ...invitation, role: 'parent' })

  expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/role' }] })
})

test('the database alone opens nothing: it holds a hash of the token', async () => {
  const { invitation } = await family()
  const row = await world.db.selectFrom('invitation').where('id', '=', invitation.id).selectAll().executeTakeFirst()

  expect(tokenIn(invitation)).toMatch(/^[\w-]{27}$/)
  expect(JSON.stringify(row)).not.toContain(tokenIn(invitation))
})
