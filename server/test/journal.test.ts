import type { Group, JoinRequestId, JournalEntry } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudits } from '#audit/index.ts'
import { newId } from '#platform/new-id.ts'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Someone = Awaited<ReturnType<World['person']>>
type Page = { entries: JournalEntry[]; next: string | null }

async function openOffice() {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  await nameAccount(world, admin.accountId, ['Седова', 'Анна', 'Петровна'])
  const url = `/api/organizations/${organization.id}`
  const read = async (query = '', by: Someone = admin) =>
    (await by.request({ method: 'GET', url: `${url}/journal${query}` })).json<Page>()
  const addGroups = async (...names: string[]) => {
    const groups = names.map((name) => ({ id: newId(), name }))
    const answer = await admin.request({ method: 'POST', url: `${url}/groups`, payload: { groups } })
    return answer.json<{ groups: Group[] }>().groups
  }
  return { organization, admin, url, read, addGroups }
}

test('what was done stands in the journal at once: who, what, on what, from which device', async () => {
  const { admin, read, addGroups } = await openOffice()
  await world.db.updateTable('session').where('id', '=', admin.sessionId).set({ device: 'Firefox' }).execute()
  await addGroups('Младшая')

  const [newest] = (await read()).entries
  expect(newest).toMatchObject({
    action: 'group.created',
    author: { kind: 'person', name: 'Седова Анна Петровна', membershipId: admin.membershipId },
    device: 'Firefox',
    names: { subject: 'Младшая' },
  })
})

test('of two people called alike a line says which, and of a request who asked', async () => {
  const { organization, admin, read } = await openOffice()
  const [namesake, stranger] = [await organization.teacher(), await world.person()]
  await nameAccount(world, namesake.accountId, ['Попова', 'Анна', 'Петровна'])
  await nameAccount(world, stranger.accountId, ['Смирнов', 'Лев'])
  const [organizationId, requestId] = [organization.id, newId<JoinRequestId>()]
  const asked = {
    id: requestId,
    organization_id: organizationId,
    account_id: stranger.accountId,
    role: 'teacher' as const,
    position: 'воспитатель',
  }
  await world.db.insertInto('join_request').values(asked).execute()
  await world.db.transaction().execute((tx) =>
    recordAudits(tx, admin, [
      {
        organizationId,
        action: 'membership.admin-appointed',
        subjectKind: 'membership',
        subjectId: namesake.membershipId,
      },
      { organizationId, action: 'join-request.refused', subjectKind: 'join-request', subjectId: requestId },
      { organizationId, action: 'consent.given', subjectKind: 'account', subjectId: admin.accountId },
    ]),
  )

  const subjects = (await read()).entries.map(({ action, names, author }) => [action, names.subject, author.name])
  expect(subjects.slice(0, 3).sort()).toEqual([
    // No purpose is called like the person who agrees.
    ['consent.given', '', 'Седова Анна Петровна'],
    ['join-request.refused', 'Смирнов Лев', 'Седова Анна Петровна'],
    ['membership.admin-appointed', 'Попова Анна Петровна', 'Седова Анна Петровна'],
  ])
})

test('pages follow on each other without gaps or doubles, though all was written at one moment', async () => {
  const { read, addGroups } = await openOffice()
  await addGroups(...Array.from({ length: 70 }, (_, index) => `Группа ${String(index)}`))

  const first = await read()
  const second = await read(`?before=${first.next ?? ''}`)
  const all = [...first.entries, ...second.entries].map(({ id }) => id)
  expect([first.entries.length, second.next, new Set(all).size]).toEqual([50, null, all.length])
  expect((await read('?many=1')).entries.map(({ id }) => id)).toEqual(all)
})

test('it is filtered by who did it, by kind, and by whom it was done to', async () => {
  const { organization, admin, url, read, addGroups } = await openOffice()
  const head = await organization.head()
  const teacher = await organization.teacher()
  const [, group] = await addGroups('Средняя')
  await admin.request({
    method: 'PUT',
    url: `/api/groups/${group?.id ?? ''}/teachers/${teacher.membershipId}`,
    payload: { duty: 'lead' },
  })
  await head.request({ method: 'PATCH', url, payload: { phone: '8 831 200-00-00' } })

  const actions = async (query: string) => (await read(query)).entries.map(({ action }) => action)
  expect(await actions(`?by=${head.accountId}`)).toEqual(['organization.card-edited'])
  expect(await actions('?kind=groups')).toEqual(['group.teacher-attached', 'group.created'])
  expect(await actions(`?about=${teacher.membershipId}`)).toEqual(['group.teacher-attached'])
})

test('a day begins and ends where the organization is', async () => {
  const { organization, url, admin, read } = await openOffice()
  await admin.request({ method: 'PATCH', url, payload: { timeZone: 'Asia/Kamchatka' } })
  // Kamchatka is twelve hours ahead: there it is the 2nd already.
  await world.db
    .insertInto('audit_entry')
    .values({
      id: newId(),
      organization_id: organization.id,
      action: 'group.created',
      subject_kind: 'group',
      at: new Date('2026-03-01T13:00:00Z'),
    })
    .execute()

  expect((await read('?from=2026-03-01&until=2026-03-01')).entries).toEqual([])
  expect((await read('?from=2026-03-02&until=2026-03-02')).entries).toHaveLength(1)
})

test('another organization’s lines are not in it, nor the sign-ins of its people', async () => {
  const [here, there] = [await openOffice(), await openOffice()]
  await there.addGroups('Чужая')
  await here.addGroups('Своя')

  const { entries } = await here.read()
  expect(entries.map(({ names }) => names.subject)).toContain('Своя')
  expect(entries.map(({ names }) => names.subject)).not.toContain('Чужая')
  const foreign = (await there.read()).entries[0]
  expect((await here.read(`?before=${foreign?.id ?? ''}`)).entries).toEqual([])
})

test('nobody changes or deletes a line, not even the program itself', async () => {
  const { db } = world
  await expect(sql`update audit_entry set action = 'x'`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`delete from audit_entry`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`truncate audit_entry`.execute(db)).rejects.toThrow('append-only')
})

test.each(['?from=yesterday', '?kind=secrets', '?before=1', '?by=me'])('%s is refused by the field', async (query) => {
  const { admin, url } = await openOffice()
  const answer = await admin.request({ method: 'GET', url: `${url}/journal${query}` })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid-request'])
})
