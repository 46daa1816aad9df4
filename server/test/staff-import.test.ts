import type { Group, ImportDraft, ImportLine, Invitation } from '@kolosok/contract'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tokenIn } from './joining-seed.ts'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import { readTestData, upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function openOffice() {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const url = `/api/organizations/${organization.id}`
  const put = async (payload: object) =>
    (
      await admin.request({
        method: 'PUT',
        url: `${url}/imports/${randomUUID()}`,
        payload: { ...payload, kind: 'staff' },
      })
    ).json<ImportDraft>()
  const get = async <T>(path: string) => (await admin.request({ method: 'GET', url: path })).json<T>()
  return {
    organization,
    admin,
    file: async (name: string) => put({ fileId: (await upload(admin, name, await readTestData(name))).fileId }),
    text: (...rows: string[]) => put({ text: rows.join('\n') }),
    apply: (id: string) => admin.request({ method: 'PUT', url: `/api/imports/${id}/applied` }),
    undo: (id: string) => admin.request({ method: 'DELETE', url: `/api/imports/${id}/applied` }),
    lines: async (id: string, state: string) =>
      (await get<{ lines: ImportLine[] }>(`/api/imports/${id}/lines?state=${state}`)).lines,
    groups: async () => (await get<{ groups: Group[] }>(`${url}/groups`)).groups.slice(1),
    invitations: async (search = '') =>
      (await get<{ invitations: Invitation[] }>(`${url}/invitations?kind=staff&search=${encodeURIComponent(search)}`))
        .invitations,
    invitees: () =>
      world.db
        .selectFrom('invitee')
        .innerJoin('invitation', 'invitation.id', 'invitee.invitation_id')
        .where('organization_id', '=', organization.id)
        .select(['invitee.name', 'invitee.phone', 'invitee.email'])
        .orderBy('invitee.name')
        .execute(),
  }
}

async function accept(invitation: Invitation) {
  const person = await world.person({ givenName: '' })
  const payload = {
    role: 'teacher',
    givenName: 'Мария',
    patronymic: 'Андреевна',
    familyName: 'Орлова',
    position: '',
    consents: [{ purpose: 'staff-communication', textVersion: 1 }],
  }
  const url = `/api/invitations/${tokenIn(invitation)}/accept`
  const answer = await person.request({ method: 'POST', url, payload })
  return { person, answer }
}

describe('the list of a kindergarten’s staff, as it is', () => {
  test('is understood without being tidied: columns, positions, groups by comma, phones in every spelling', async () => {
    const office = await openOffice()
    const draft = await office.file('staff.xlsx')

    expect(draft.columns.map(({ meaning }) => meaning)).toEqual(['person-name', 'position', 'groups', 'phone', 'email'])
    expect(draft).toMatchObject({ kind: 'staff', counts: { ready: 30, bad: 0, aside: 1 } })
    expect(draft.groups).toHaveLength(12)
    expect((await office.lines(draft.id, 'ready'))[0]).toMatchObject({
      name: 'Кузнецова Анна Алексеевна',
      group: 'заведующий',
    })
    expect(await office.invitations()).toEqual([])
  })

  test('becomes an invitation for each, with position, groups, and where to reach them; once', async () => {
    const office = await openOffice()
    const draft = await office.file('staff.xlsx')
    expect((await office.apply(draft.id)).json()).toMatchObject({ made: { groups: 12, children: 0, invitations: 30 } })
    expect((await office.apply(draft.id)).statusCode).toBe(200)

    expect(await office.groups()).toHaveLength(12)
    expect(await office.invitees()).toHaveLength(30)
    expect((await office.invitees()).find(({ name }) => name.startsWith('Орлова Мария'))).toEqual({
      name: 'Орлова Мария Андреевна',
      phone: '+79188633343',
      email: 'staff23@kolosok.example',
    })
    const [specialist] = await office.invitations('Орлова Мария')
    expect(specialist).toMatchObject({ invitee: 'Орлова Мария Андреевна', position: 'учитель-логопед', useLimit: 1 })
    expect(specialist?.groups).toHaveLength(4)
    const again = await office.file('staff.xlsx')
    expect(again.counts).toMatchObject({ ready: 0, there: 30 })
  })

  test('who comes in by their link has position and groups at once, and their number is kept no longer', async () => {
    const office = await openOffice()
    await office.apply((await office.file('staff.xlsx')).id)
    const [invitation] = await office.invitations('Орлова Мария')
    if (!invitation) throw new Error('No invitation')

    const { person, answer } = await accept(invitation)
    expect(answer.statusCode, answer.body).toBe(200)
    const attached = await world.db
      .selectFrom('group_teacher')
      .innerJoin('membership', 'membership.id', 'group_teacher.membership_id')
      .where('account_id', '=', person.accountId)
      .select(['duty', 'position'])
      .execute()
    expect(attached).toEqual(Array.from({ length: 4 }, () => ({ duty: 'specialist', position: 'учитель-логопед' })))
    expect((await office.invitees()).find(({ name }) => name.startsWith('Орлова Мария'))?.phone).toBe('')
  })

  test('is undone by one step as long as nobody has come in: the links end, the groups it made close', async () => {
    const office = await openOffice()
    const draft = await office.file('staff.xlsx')
    await office.apply(draft.id)
    expect((await office.undo(draft.id)).json()).toMatchObject({ state: 'undone' })

    expect(await office.groups()).toEqual([])
    expect(new Set((await office.invitations()).map(({ state }) => state))).toEqual(new Set(['revoked']))
    expect((await office.invitees()).every(({ phone, email }) => phone === '' && email === '')).toBe(true)
  })

  test('is not undone any more once somebody has come in, and nothing is half-undone', async () => {
    const office = await openOffice()
    const draft = await office.file('staff.xlsx')
    await office.apply(draft.id)
    const [invitation] = await office.invitations('Орлова Мария')
    if (!invitation) throw new Error('No invitation')
    await accept(invitation)

    expect((await office.undo(draft.id)).json()).toMatchObject({ status: 409, code: 'import-in-use' })
    expect(await office.groups()).toHaveLength(12)
    expect((await office.invitations('Петрова'))[0]?.state).toBe('open')
  })
})

describe('what is odd', () => {
  const heading = 'ФИО;Должность;Группы;Телефон;Почта'

  test('is named by line and column; what is no contact comes in without it', async () => {
    const office = await openOffice()
    const draft = await office.text(
      heading,
      'Зуева Анна;Воспитатель;Старшая;8 912 345-67-89;',
      '12345;Воспитатель;;нет;anna@',
      'Попова Ольга;ПДО;;;',
      'Зуева  Анна;Воспитатель;;89123456789;',
      'Зуева Анна;Логопед;;8 912 000-00-00;',
    )
    expect(draft.counts).toMatchObject({ ready: 3, bad: 2 })
    const problems = (lines: ImportLine[]) =>
      lines.flatMap(({ line, problems: found }) => found.map(({ column, code }) => [line, column, code]))
    expect(problems(await office.lines(draft.id, 'bad'))).toEqual([
      [3, 0, 'name-odd'],
      [3, 4, 'email-odd'],
      [5, 0, 'duplicate'],
    ])
    expect(problems(await office.lines(draft.id, 'ready'))).toEqual([[4, 3, 'contact-missing']])
    expect((await office.apply(draft.id)).json()).toMatchObject({ code: 'import-has-bad-lines', params: { count: 2 } })
  })

  test('whoever is here already is not invited again, by number or by name', async () => {
    const office = await openOffice()
    const teacher = await office.organization.teacher({ who: await world.person({ phone: '+79123450001' }) })
    await nameAccount(world, teacher.accountId, ['Ким', 'Ирина', 'Львовна'])
    const draft = await office.text(heading, 'Ким Ирина;;;8 912 345-00-01;', 'Ким Ирина Львовна;;;;', 'Новая Вера;;;;')

    expect(draft.counts).toMatchObject({ ready: 1, there: 2 })
  })

  test('«Педагоги» as a group changes nothing: everybody belongs there', async () => {
    const office = await openOffice()
    const draft = await office.text(heading, 'Новая Вера;Воспитатель;Педагоги, Старшая;8 912 345-00-02;')
    await office.apply(draft.id)

    expect((await office.groups()).map(({ name }) => name)).toEqual(['Старшая'])
    expect((await office.invitations())[0]?.groups.map(({ name }) => name)).toEqual(['Старшая'])
  })

  test('a column of children’s lists is none of a staff list', async () => {
    const office = await openOffice()
    const draft = await office.text(heading, 'Новая Вера;;;;')
    const meanings = ['child-name', 'ignored', 'ignored', 'ignored', 'ignored']
    const answer = await office.admin.request({
      method: 'PUT',
      url: `/api/imports/${draft.id}/columns`,
      payload: { meanings },
    })
    expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ code: 'other-kind' }] })
  })
})

test('mending does not make a draft larger than a list may be', async () => {
  const office = await openOffice()
  const draft = await office.text('ФИО;Должность', 'Новая Вера;воспитатель')
  const cells = Array.from({ length: 4210 }, () => ['x'.repeat(950), ''])
  await world.db
    .updateTable('import')
    .where('id', '=', draft.id as never)
    .set({ cells: JSON.stringify([['ФИО', 'Должность'], ['Новая Вера', ''], ...cells]) })
    .execute()

  const answer = await office.admin.request({
    method: 'PATCH',
    url: `/api/imports/${draft.id}/lines/2`,
    payload: { cells: { 1: 'y'.repeat(1000) } },
  })
  expect(answer.statusCode).toBe(400)
})
