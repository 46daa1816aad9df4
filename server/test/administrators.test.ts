import { randomUUID } from 'node:crypto'
import type { administratorEndpoints, AdminOrder, MembershipId, ProblemBody } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { apply, decide, findByInn, kolosokForm, newInn } from './application-seed.ts'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import { readTestData, upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Person = Awaited<ReturnType<World['person']>>
type List = z.infer<typeof administratorEndpoints.list.response>

async function openOffice() {
  const organization = await seedOrganization(world)
  const [head, admin] = [await organization.head(), await organization.admin()]
  await nameAccount(world, head.accountId, ['Иванова', 'Ольга', 'Петровна'])
  const url = `/api/organizations/${organization.id}`
  const scan = async (by: Person, file = 'order.pdf') => (await upload(by, file, await readTestData(file))).fileId
  const enter = async (
    by: Person,
    kind: AdminOrder['kind'],
    membershipId: MembershipId,
    { id = randomUUID(), file = 'order.pdf', fileId }: { id?: string; file?: string; fileId?: string } = {},
  ) =>
    by.request({
      method: 'PUT',
      url: `${url}/admin-orders/${id}`,
      payload: { kind, membershipId, number: '17-а', date: '2026-09-01', fileId: fileId ?? (await scan(by, file)) },
    })
  const list = async (by: Person = head) =>
    (await by.request({ method: 'GET', url: `${url}/administrators` })).json<List>()
  return { organization, head, admin, url, scan, enter, list }
}

const codeOf = (answer: { json: () => unknown }) => (answer.json() as ProblemBody).code

test('the head appoints a confirmed teacher by order, who administers from then on; the order is kept', async () => {
  const { organization, head, enter, list, url } = await openOffice()
  const teacher = await organization.teacher()
  await nameAccount(world, teacher.accountId, ['Ким', 'Ирина', 'Львовна'])
  expect((await list()).candidates.map(({ membershipId }) => membershipId)).toContain(teacher.membershipId)

  const answer = await enter(head, 'appointed', teacher.membershipId)
  expect(answer.json<AdminOrder>()).toMatchObject({
    kind: 'appointed',
    name: 'Ким Ирина Львовна',
    number: '17-а',
    date: '2026-09-01',
    by: 'Иванова Ольга Петровна',
    file: { name: 'order.pdf', mediaType: 'application/pdf' },
  })
  const { administrators, orders } = await list()
  expect(administrators.map(({ person }) => person.membershipId)).toContain(teacher.membershipId)
  expect(orders).toHaveLength(1)
  const groups = { groups: [{ id: randomUUID(), name: 'Младшая' }] }
  const made = await teacher.request({ method: 'POST', url: `${url}/groups`, payload: groups })
  expect(made.statusCode).toBe(200)
})

test('an administrator appoints additional ones, and dismisses nobody', async () => {
  const { organization, admin, enter } = await openOffice()
  const teacher = await organization.teacher()

  expect((await enter(admin, 'appointed', teacher.membershipId)).statusCode).toBe(200)
  const refused = await enter(admin, 'dismissed', teacher.membershipId)
  expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'forbidden'])
})

test('who is dismissed stays a teacher here and administers no more; both orders stay', async () => {
  const { organization, head, admin, enter, list, url } = await openOffice()
  const other = await organization.admin()

  expect((await enter(head, 'dismissed', admin.membershipId)).statusCode).toBe(200)
  expect((await list()).administrators.map(({ person }) => person.membershipId)).toEqual([other.membershipId])
  expect((await admin.request({ method: 'GET', url: `${url}/staff` })).statusCode).toBe(200)
  expect((await admin.request({ method: 'GET', url: `${url}/journal` })).statusCode).toBe(403)
  const change = world.db.updateTable('admin_order').set({ number: '1' }).execute()
  await expect(change).rejects.toThrow('append-only')
})

test('the last administrator stays until another is appointed', async () => {
  const { organization, head, admin, enter } = await openOffice()
  const refused = await enter(head, 'dismissed', admin.membershipId)
  expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'last-admin'])

  const teacher = await organization.teacher()
  await enter(head, 'appointed', teacher.membershipId)
  expect((await enter(head, 'dismissed', admin.membershipId)).statusCode).toBe(200)
})

test('of two dismissals at once that would leave nobody, one wins and the other is told why not', async () => {
  const { organization, head, admin, enter, list } = await openOffice()
  const other = await organization.admin()

  const answers = await Promise.all([
    enter(head, 'dismissed', admin.membershipId),
    enter(head, 'dismissed', other.membershipId),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(codeOf(answers.find(({ statusCode }) => statusCode === 409) ?? { json: () => ({}) })).toBe('last-admin')
  expect((await list()).administrators).toHaveLength(1)
})

test('of two appointing the same person at once, one wins and the other hears that it is done', async () => {
  const { organization, head, admin, enter, list } = await openOffice()
  const teacher = await organization.teacher()

  const answers = await Promise.all([
    enter(head, 'appointed', teacher.membershipId),
    enter(admin, 'appointed', teacher.membershipId),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(codeOf(answers.find(({ statusCode }) => statusCode === 409) ?? { json: () => ({}) })).toBe('admin-already')
  expect((await list()).orders).toHaveLength(1)
})

test('the same order sent twice is one order', async () => {
  const { organization, head, enter, scan, list } = await openOffice()
  const teacher = await organization.teacher()
  const again = { id: randomUUID(), fileId: await scan(head) }

  const first = await enter(head, 'appointed', teacher.membershipId, again)
  expect((await enter(head, 'appointed', teacher.membershipId, again)).json()).toEqual(first.json())
  expect((await list()).orders).toHaveLength(1)
})

test('the scan opens for those who see the orders, and for nobody else', async () => {
  const { organization, head, admin, enter } = await openOffice()
  const teacher = await organization.teacher()
  const deputy = await organization.deputy()
  const parent = await organization.parent([])
  const { file } = (await enter(admin, 'appointed', teacher.membershipId)).json<AdminOrder>()
  const stranger = await seedOrganization(world)
  const elsewhere = await stranger.head()

  const open = async (by: Person) =>
    (await by.request({ method: 'GET', url: `/api/files/${file.fileId}/content` })).statusCode
  expect([await open(head), await open(deputy), await open(teacher)]).toEqual([200, 200, 200])
  expect([await open(parent), await open(elsewhere)]).toEqual([404, 404])
})

test.each([
  ['order.docx', 200],
  ['order-photo.jpg', 200],
  ['staff.xlsx', 400],
])('the order is judged by its content: %s → %i', async (file, status) => {
  const { organization, head, enter } = await openOffice()
  const teacher = await organization.teacher()
  const answer = await enter(head, 'appointed', teacher.membershipId, { file })
  expect(answer.statusCode).toBe(status)
  if (status === 400)
    expect(answer.json<ProblemBody>().errors?.[0]).toMatchObject({ pointer: '#/fileId', code: 'order-type' })
})

test('nothing happens on somebody else’s scan, on a parent, on who isn’t confirmed', async () => {
  const { organization, head, admin, enter, scan, list } = await openOffice()
  const [teacher, unconfirmed] = [await organization.teacher(), await organization.teacher({ isConfirmed: false })]
  const parent = await organization.parent([])

  const foreign = await enter(head, 'appointed', teacher.membershipId, { fileId: await scan(admin) })
  expect(foreign.json<ProblemBody>().errors?.[0]).toMatchObject({ pointer: '#/fileId', code: 'file-missing' })
  expect(codeOf(await enter(head, 'appointed', unconfirmed.membershipId))).toBe('not-confirmed-teacher')
  expect(codeOf(await enter(head, 'appointed', parent.membershipId))).toBe('not-found')
  expect((await list()).orders).toEqual([])
})

test('every bad field is named at once', async () => {
  const { admin, url } = await openOffice()
  const answer = await admin.request({
    method: 'PUT',
    url: `${url}/admin-orders/${randomUUID()}`,
    payload: { kind: 'appointed', membershipId: 'x', number: ' ', date: '0000-01-01', fileId: '' },
  })
  const pointers = answer.json<ProblemBody>().errors?.map(({ pointer }) => pointer)
  expect(pointers?.sort()).toEqual(['#/date', '#/fileId', '#/membershipId', '#/number'])
})

test('where nobody is left, the operator’s approval of a new application brings the organization back', async () => {
  const operator = await world.person({ isOperator: true })
  const inn = newInn()
  await apply(world, { inn })
  await decide(operator, inn, 'approve')
  const before = await world.db.selectFrom('organization').where('inn', '=', inn).select('id').execute()
  // Its administrator came, and is gone.
  await world.db.updateTable('application').where('inn', '=', inn).set({ claimed_at: new Date() }).execute()

  await apply(world, { inn, phone: '8 913 900-00-18', administratorName: kolosokForm.headName })
  expect(await findByInn(operator, inn)).toMatchObject({ handsOver: kolosokForm.organizationName })
  expect((await decide(operator, inn, 'approve')).statusCode).toBe(200)
  const after = await world.db.selectFrom('organization').where('inn', '=', inn).select('id').execute()
  expect(after).toEqual(before)
})
