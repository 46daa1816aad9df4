import { randomUUID } from 'node:crypto'
import type { ChildOfOrganization, Found } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Someone = Awaited<ReturnType<World['person']>>

async function openPlace() {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const [younger, older] = [await organization.group('Ромашка'), await organization.group('Ромашка старшая')]
  const teacher = await organization.teacher({ groups: [younger] })
  const [vanya, olya] = [
    await organization.child('Романов Ваня', younger),
    await organization.child('Романова Оля', older),
  ]
  const ours = await organization.parent([vanya], 'мама Вани')
  const theirs = await organization.parent([olya], 'мама Оли')
  await nameAccount(world, admin.accountId, ['Дроманова', 'Анна', 'Петровна'])
  await nameAccount(world, teacher.accountId, ['Ким', 'Роман', 'Львович'])
  await nameAccount(world, ours.accountId, ['Романова', 'Дарья'])
  await nameAccount(world, theirs.accountId, ['Романова', 'Анна'])
  const find = async (by: Someone, text: string) => {
    const url = `/api/organizations/${organization.id}/found?text=${encodeURIComponent(text)}`
    return (await by.request({ url })).json<Found>()
  }
  return { organization, admin, teacher, ours, theirs, younger, vanya, find }
}

test('one search finds people, groups and children, those that begin so first', async () => {
  const { admin, find } = await openPlace()
  const found = await find(admin, 'роман')
  expect(found.people.map(({ fullName }) => fullName)).toEqual([
    'Ким Роман Львович',
    'Романова Анна',
    'Романова Дарья',
    'Дроманова Анна Петровна',
  ])
  expect(found.children.map(({ name, groups }) => [name, ...groups.map((group) => group.name)])).toEqual([
    ['Романов Ваня', 'Ромашка'],
    ['Романова Оля', 'Ромашка старшая'],
  ])
  expect((await find(admin, 'ромашка стар')).groups.map(({ name }) => name)).toEqual(['Ромашка старшая'])
  expect(await find(admin, '%')).toEqual({
    people: [],
    groups: [],
    children: [],
    posts: [],
    notices: [],
    webinars: [],
    materials: [],
    more: { people: false, children: false, groups: false },
  })
})

test('of many it shows a few, and says that there are more', async () => {
  const { organization, admin, theirs, younger, find } = await openPlace()
  for (const name of ['Анна', 'Борис', 'Вера', 'Глеб']) await organization.child(`Романов ${name}`, younger)
  const six = await find(admin, 'романов')
  expect([six.children.length, six.more]).toEqual([6, { people: false, children: false, groups: false }])
  await organization.child('Романов Дима', younger)
  const found = await find(admin, 'романов')
  expect([found.children.length, found.more.children]).toEqual([6, true])
  for (const number of [1, 2, 3, 4, 5, 6]) await organization.group(`Кружок ${String(number)}`)
  const circles = await find(admin, 'кружок')
  expect([circles.groups.length, circles.more.groups]).toEqual([5, true])
  expect((await find(theirs, 'роман')).more).toEqual({ people: false, children: false, groups: false })
})

test('a teacher finds families of own groups, a parent only whom they may write to', async () => {
  const { teacher, ours, find } = await openPlace()
  const forTeacher = await find(teacher, 'роман')
  expect(forTeacher.people.map(({ fullName }) => fullName)).not.toContain('Романова Анна')
  expect(forTeacher.children.map(({ name }) => name)).toEqual(['Романов Ваня'])

  const forParent = await find(ours, 'роман')
  expect(forParent.people.map(({ fullName, opens }) => [fullName, opens])).toEqual([['Роман Львович', 'chat']])
  expect([forParent.groups, forParent.children]).toEqual([[], []])
})

test('whoever looks for what can not be stored is told that the request is bad', async () => {
  const { organization, admin, ours } = await openPlace()
  for (const who of [admin, ours]) {
    const answer = await who.request({ url: `/api/organizations/${organization.id}/found?text=%00` })
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-request' })
  }
})

test('the children of an organization: by part of a name, by group, without a guardian, those who have left', async () => {
  const { organization, admin, teacher, younger, vanya } = await openPlace()
  const lonely = await organization.child('Лисицын Пётр', younger)
  const url = `/api/organizations/${organization.id}/children`
  const list = async (query = '', by: Someone = admin) =>
    (await by.request({ url: url + query })).json<{ children: ChildOfOrganization[] }>().children
  const names = async (query = '', by: Someone = admin) => (await list(query, by)).map(({ name }) => name)

  expect(await names()).toEqual(['Лисицын Пётр', 'Романов Ваня', 'Романова Оля'])
  expect(await names('?sort=-name')).toEqual(['Романова Оля', 'Романов Ваня', 'Лисицын Пётр'])
  expect(await names(`?search=${encodeURIComponent('петр')}`)).toEqual(['Лисицын Пётр'])
  expect(await names(`?groupId=${younger}`)).toEqual(['Лисицын Пётр', 'Романов Ваня'])
  expect(await names('?standing=without-guardian')).toEqual(['Лисицын Пётр'])
  expect(await names('', teacher)).toEqual(['Лисицын Пётр', 'Романов Ваня'])
  expect((await list()).find(({ id }) => id === vanya)?.guardians.map(({ label }) => label)).toEqual(['мама Вани'])

  await admin.request({ method: 'DELETE', url: `/api/groups/${younger}/children/${lonely}` })
  expect(await names('?standing=left')).toEqual(['Лисицын Пётр'])
  expect(await names('?standing=left', teacher)).toEqual([])
  expect(await names('?standing=without-guardian')).toEqual([])
})

test('pages of children follow without gaps or doubles, though many are called the same', async () => {
  const { organization, admin, younger } = await openPlace()
  for (let index = 0; index < 55; index++) await organization.child('Иванов Иван', younger)
  const url = `/api/organizations/${organization.id}/children?groupId=${younger}`
  type Page = { children: ChildOfOrganization[]; next: string | null }
  const first = (await admin.request({ url })).json<Page>()
  const second = (await admin.request({ url: `${url}&after=${first.next ?? ''}` })).json<Page>()
  const ids = [...first.children, ...second.children].map(({ id }) => id)
  expect([first.children.length, second.next, new Set(ids).size]).toEqual([50, null, 56])
})

test('what was said in channels, asked in notices and kept as materials is found by those who may see it', async () => {
  const { organization, admin, teacher, ours, theirs, younger, find } = await openPlace()
  const put = (who: Someone, url: string, payload: object) => who.request({ method: 'PUT', url, payload })
  const [channelId, postId, noticeId, folderId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const audience = { kind: 'groups', groupIds: [younger] }
  const at = `/api/organizations/${organization.id}`
  await put(admin, `${at}/channels/${channelId}`, { title: 'Новости', audience })
  await put(admin, `/api/channels/${channelId}/posts/${postId}`, { text: 'Собираем макулатуру у входа' })
  await admin.request({ method: 'POST', url: `/api/posts/${postId}/publish`, payload: { rev: 1 } })
  const deadlineAt = new Date(Date.now() + 86_400_000).toISOString()
  const notice = { title: 'Принесите макулатуру', asks: 'read', audience, deadlineAt }
  await put(teacher, `${at}/notices/${noticeId}`, notice)
  await put(teacher, `${at}/material-folders/${folderId}`, { title: 'Экология', groupId: younger })
  const material = { title: 'Куда сдают макулатуру', link: 'https://example.org' }
  await put(teacher, `/api/material-folders/${folderId}/materials/${randomUUID()}`, material)

  for (const words of ['макулатура', 'макул']) {
    const { posts, notices, materials } = await find(ours, words)
    expect(posts.map(({ id, channelTitle }) => [id, channelTitle])).toEqual([[postId, 'Новости']])
    expect(notices.map(({ title }) => title)).toEqual(['Принесите макулатуру'])
    expect(materials.map(({ title }) => title)).toEqual(['Куда сдают макулатуру'])
  }
  expect(await find(theirs, 'макулатура')).toMatchObject({ posts: [], notices: [], materials: [] })
})
