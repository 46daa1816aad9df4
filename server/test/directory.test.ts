import type { Group, JournalEntry, ListedPerson, PersonPage } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Someone = Awaited<ReturnType<World['person']>>
type Page = { people: ListedPerson[]; next: string | null }

async function openOffice() {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const [younger, older] = [await organization.group('Младшая'), await organization.group('Старшая')]
  const teacher = await organization.teacher({ groups: [younger] })
  const [ours, theirs] = [
    await organization.parent([await organization.child('Ваня', younger)], 'мама Вани'),
    await organization.parent([await organization.child('Оля', older)], 'мама Оли'),
  ]
  await nameAccount(world, ours.accountId, ['Ёлкина', 'Дарья'])
  await nameAccount(world, theirs.accountId, ['Петрова', 'Анна'])
  await nameAccount(world, teacher.accountId, ['Ким', 'Мария', 'Львовна'])
  const url = `/api/organizations/${organization.id}/people`
  const list = async (by: Someone, query = '') => (await by.request({ method: 'GET', url: url + query })).json<Page>()
  const page = (by: Someone, membershipId: string) => by.request({ method: 'GET', url: `${url}/${membershipId}` })
  return { organization, admin, teacher, ours, theirs, younger, url, list, page }
}

const names = ({ people }: Page) => people.map(({ fullName }) => fullName)

test('people are found by parts of their names as they are typed, «ё» or «е»', async () => {
  const { admin, list } = await openOffice()
  expect(names(await list(admin, `?search=${encodeURIComponent('елк')}`))).toEqual(['Ёлкина Дарья'])
  expect(names(await list(admin, `?search=${encodeURIComponent('мар ким')}`))).toEqual(['Ким Мария Львовна'])
  expect(names(await list(admin, `?search=${encodeURIComponent('%')}`))).toEqual([])
})

test('they are filtered by role and by group, parents by their children', async () => {
  const { admin, younger, list } = await openOffice()
  expect(names(await list(admin, '?role=parent')).sort()).toEqual(['Петрова Анна', 'Ёлкина Дарья'].sort())
  expect(names(await list(admin, `?groupId=${younger}`)).sort()).toEqual(['Ким Мария Львовна', 'Ёлкина Дарья'].sort())
})

test('pages follow without gaps or doubles, though many are called the same', async () => {
  const { organization, admin, list } = await openOffice()
  for (let index = 0; index < 60; index++) {
    const { accountId } = await organization.parent([])
    await nameAccount(world, accountId, ['Иванова', 'Анна'])
  }
  const first = await list(admin, '?role=parent')
  const second = await list(admin, `?role=parent&after=${first.next ?? ''}`)
  const all = [...first.people, ...second.people].map(({ person }) => person.membershipId)
  expect([first.people.length, second.next, new Set(all).size]).toEqual([50, null, 62])
})

test('the list shows exactly those whose pages the door opens, whoever looks', async () => {
  const { organization, admin, teacher, ours, theirs, list, page } = await openOffice()
  const deputy = await organization.deputy()
  const everybody = [admin, teacher, ours, theirs, deputy].map(({ membershipId }) => membershipId)
  for (const reader of [admin, deputy, teacher]) {
    const listed = (await list(reader)).people.map(({ person }) => person.membershipId)
    const open = []
    for (const id of everybody) if ((await page(reader, id)).statusCode === 200) open.push(id)
    expect(listed.sort()).toEqual(open.sort())
  }
  expect((await list(teacher)).people.map(({ person }) => person.membershipId)).not.toContain(theirs.membershipId)
  expect((await page(ours, teacher.membershipId)).statusCode).toBe(404)
})

test('a parent’s page tells of the children and groups, a teacher sees there what concerns own groups', async () => {
  const { organization, admin, teacher, ours, page } = await openOffice()
  const other = await organization.group('Средняя')
  const second = await organization.child('Тима', other)
  await world.db.insertInto('guardianship').values({ child_id: second, membership_id: ours.membershipId }).execute()
  for (const [index, { accountId }] of [ours, admin].entries())
    await world.db
      .updateTable('account')
      .where('id', '=', accountId)
      .set({ phone: `+7913000004${String(index + 1)}` })
      .execute()

  const forAdmin = (await page(admin, ours.membershipId)).json<PersonPage>()
  expect(forAdmin).toMatchObject({ fullName: 'Ёлкина Дарья', deviceCount: 1, isAdmin: false })
  expect(forAdmin.children.map(({ name, groups }) => [name, ...groups])).toEqual([
    ['Ваня', 'Младшая'],
    ['Тима', 'Средняя'],
  ])
  const forTeacher = (await page(teacher, ours.membershipId)).json<PersonPage>()
  expect(forTeacher.children.map(({ name }) => name)).toEqual(['Ваня'])
  expect(forTeacher.deviceCount).toBeNull()
  expect(forTeacher.phone).toEqual({ number: '+79130000041', isVerified: true })
  // A colleague's number is the management's to see.
  expect((await page(teacher, admin.membershipId)).json<PersonPage>().phone).toBeNull()
  expect((await page(admin, admin.membershipId)).json<PersonPage>().phone?.number).toBe('+79130000042')
})

test('a teacher does not learn in what groups a parent’s other children are', async () => {
  const { organization, admin, teacher, younger, list } = await openOffice()
  const older = await organization.group('Подготовительная')
  const own = await organization.child('Митя', younger)
  const { accountId } = await organization.parent([own, await organization.child('Лиза', older)], 'мама Мити')
  await nameAccount(world, accountId, ['Двойная', 'Ольга'])
  const groupsFor = async (by: Someone, query = '') =>
    (await list(by, `?search=${encodeURIComponent('двойная')}${query}`)).people.map(({ groups }) => groups)

  expect(await groupsFor(admin)).toEqual([['Младшая', 'Подготовительная']])
  expect(await groupsFor(teacher)).toEqual([['Младшая']])
  expect(await groupsFor(teacher, `&groupId=${older}`)).toEqual([])

  // Of a child of their own they do, as on the child's page and among all children.
  const club = await organization.group('Шахматы', 'club')
  await world.db.insertInto('group_child').values({ group_id: club, child_id: own }).execute()
  expect(await groupsFor(teacher)).toEqual([['Младшая', 'Шахматы']])
  expect(await groupsFor(teacher, `&groupId=${club}`)).toEqual([['Младшая', 'Шахматы']])
})

test('they stand in the order asked for, page by page, forwards and backwards', async () => {
  const { organization, admin, list } = await openOffice()
  for (let index = 0; index < 60; index++) {
    const { accountId } = await organization.parent([])
    await nameAccount(world, accountId, [`Сорокина${String(index % 7)}`, 'Анна'])
  }
  for (const sort of ['name', '-name', 'joined', '-joined']) {
    const first = await list(admin, `?sort=${sort}`)
    const second = await list(admin, `?sort=${sort}&after=${first.next ?? ''}`)
    const all = [...first.people, ...second.people]
    expect(new Set(all.map(({ person }) => person.membershipId)).size, sort).toBe(64)
    const key = all.map(({ fullName, joinedAt }) => (sort.endsWith('name') ? fullName : joinedAt))
    if (sort === 'joined') expect(key).toEqual([...key].sort())
    if (sort === '-joined') expect(key).toEqual([...key].sort().reverse())
  }
})

test('they are filtered by where they stand', async () => {
  const { organization, admin, ours, younger, list } = await openOffice()
  const newcomer = await organization.teacher({ isConfirmed: false })
  await nameAccount(world, newcomer.accountId, ['Новикова', 'Вера'])
  expect(names(await list(admin, '?standing=unconfirmed'))).toEqual(['Новикова Вера'])
  expect(names(await list(admin, '?standing=confirmed'))).not.toContain('Новикова Вера')
  const homeless = names(await list(admin, '?standing=without-group&role=teacher'))
  expect(homeless).toContain('Новикова Вера')
  expect(homeless).not.toContain('Ким Мария Львовна')
  await world.db.insertInto('group_committee').values({ group_id: younger, membership_id: ours.membershipId }).execute()
  expect(names(await list(admin, '?standing=committee'))).toEqual(['Ёлкина Дарья'])
})

test('an export holds exactly what the list shows, and the journal says that there was one', async () => {
  const { organization, admin, teacher, ours, theirs, url, list } = await openOffice()
  const get = async (by: Someone, payload: object) =>
    (await by.request({ method: 'POST', url: `${url}/export`, payload })).json<{
      people: ListedPerson[]
      isCut: boolean
    }>()
  const all = await get(teacher, {})
  expect(all.people).toEqual((await list(teacher)).people)
  // Picking somebody by id opens nothing that the list hides.
  const picked = await get(teacher, { membershipIds: [ours.membershipId, theirs.membershipId] })
  expect(picked.people.map(({ person }) => person.membershipId)).toEqual([ours.membershipId])

  const journal = await admin.request({ url: `/api/organizations/${organization.id}/journal?kind=people` })
  const exports = journal
    .json<{ entries: JournalEntry[] }>()
    .entries.filter(({ action }) => action === 'people.exported')
  expect(exports.map(({ details }) => details.count).sort()).toEqual([1, all.people.length])
  expect((await ours.request({ method: 'POST', url: `${url}/export`, payload: {} })).statusCode).toBe(403)
})

test('several of the staff are attached to a group at once, or none of them', async () => {
  const { organization, admin, ours, younger } = await openOffice()
  const [one, other] = [await organization.teacher(), await organization.teacher()]
  const attach = (...membershipIds: string[]) =>
    admin.request({
      method: 'PUT',
      url: `/api/groups/${younger}/teachers`,
      payload: { membershipIds, duty: 'specialist' },
    })
  expect((await attach(one.membershipId, ours.membershipId)).statusCode).toBe(404)
  await attach(one.membershipId, other.membershipId)
  const again = await attach(one.membershipId, other.membershipId)
  const specialists = again.json<Group>().teachers.filter(({ duty }) => duty === 'specialist')
  expect(specialists.map(({ person }) => person.membershipId).sort()).toEqual(
    [one.membershipId, other.membershipId].sort(),
  )
})
