import type { Post, SeenInGroup } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createChannelWorld, type Garden } from './channel-world.ts'
import { readTestData, upload } from './upload.ts'

let place: Awaited<ReturnType<typeof createChannelWorld>>
let garden: Garden
beforeAll(async () => (place = await createChannelWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  garden = await place.newGarden()
})

test('who belongs where a channel is for reads it by that alone, and loses it with the belonging', async () => {
  const admin = await garden.admin()
  const { groupId, childId, parent } = await garden.family()
  const { parent: other } = await garden.family('Старшая')
  const channelId = await garden.channelOf(admin, { kind: 'groups', groupIds: [groupId] })
  await garden.published(admin, channelId)

  expect(await garden.textsOf(parent, channelId)).toEqual(['Завтра фотограф'])
  expect((await garden.postsOf(other, channelId)).statusCode).toBe(404)
  expect(await garden.channelsOf(other)).toEqual([])

  await place.world.db
    .updateTable('group_child')
    .where('child_id', '=', childId)
    .set({ until_at: place.now() })
    .execute()
  expect((await garden.postsOf(parent, channelId)).statusCode).toBe(404)
})

test('a channel of the staff is none for parents, one of the parents is read by teachers without being theirs', async () => {
  const admin = await garden.admin()
  const [teacher, { parent }] = [await garden.teacher(), await garden.family()]
  await garden.channelOf(admin, { kind: 'staff' }, 'Педагогам')
  await garden.channelOf(admin, { kind: 'parents' }, 'Родителям')

  expect((await garden.channelsOf(parent)).map(({ title }) => title)).toEqual(['Родителям'])
  expect((await garden.channelsOf(teacher)).map(({ title, isReader }) => [title, isReader])).toEqual([
    ['Педагогам', true],
    ['Родителям', false],
  ])
})

test('what is unread is counted from when one came, until it is read, on all devices', async () => {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  await place.world.db
    .updateTable('channel')
    .set({ created_at: new Date(0) })
    .execute()
  const old = await garden.published(admin, channelId, 'Прошлогоднее')
  await place.world.db
    .updateTable('post')
    .where('id', '=', old.id)
    .set({ published_at: new Date(0) })
    .execute()
  const { parent } = await garden.family()
  await garden.published(admin, channelId, 'Первая')
  const second = await garden.published(admin, channelId, 'Вторая')

  expect((await garden.channelsOf(parent))[0]).toMatchObject({ unread: 2, last: { text: 'Вторая' } })
  expect((await garden.waitingFor(parent)).posts).toEqual([{ organizationId: garden.id, count: 2 }])

  await garden.read(parent, channelId, second.seq ?? 0)
  await garden.read(parent, channelId, 1)
  expect((await garden.channelsOf(parent))[0]).toMatchObject({ unread: 0, readSeq: 3 })
  expect((await garden.waitingFor(parent)).posts).toEqual([])
})

test('a muted channel still counts what is new in it, and calls nobody', async () => {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  const { parent } = await garden.family()
  await parent.request({ method: 'PUT', url: `/api/channels/${channelId}/own`, payload: { isMuted: true } })
  await garden.published(admin, channelId)
  expect((await garden.channelsOf(parent))[0]).toMatchObject({ isMuted: true, unread: 1 })
  expect((await garden.waitingFor(parent)).posts).toEqual([])
})

test('pages go back from the newest; what is pinned stands before the first', async () => {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  const first = await garden.published(admin, channelId, 'Запись 1')
  for (let n = 2; n <= 22; n += 1) await garden.published(admin, channelId, `Запись ${String(n)}`)
  await admin.request({ method: 'PUT', url: `/api/posts/${first.id}/pin`, payload: { isPinned: true } })

  const page = (await garden.postsOf(admin, channelId)).json<{ posts: Post[]; pinned: Post[]; next: number }>()
  expect([page.posts.length, page.posts[0]?.text, page.next]).toEqual([20, 'Запись 22', 3])
  expect(page.pinned).toMatchObject([{ text: 'Запись 1', isPinned: true }])
  const rest = (await garden.postsOf(admin, channelId, { before: '3' })).json<{
    posts: Post[]
    pinned: Post[]
    next: null
  }>()
  expect([rest.posts.map(({ text }) => text), rest.pinned, rest.next]).toEqual([['Запись 2', 'Запись 1'], [], null])
})

test('words are found in whatever form they stand', async () => {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  await garden.published(admin, channelId, 'Собираем макулатуру у входа')
  await garden.published(admin, channelId, 'Завтра фотограф')
  expect(await garden.textsOf(admin, channelId, { words: 'макулатура' })).toEqual(['Собираем макулатуру у входа'])
  expect(await garden.textsOf(admin, channelId, { words: 'фотографа завтра' })).toEqual(['Завтра фотограф'])
  expect(await garden.textsOf(admin, channelId, { words: '"\'(&|' })).toEqual([])
})

test('signs of formatting stay in the post, and stand in no list and in no search', async () => {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  const text = '**Субботник** в _пятницу_\n- [план](https://sad.example/plan)\n- перчатки'
  await garden.published(admin, channelId, text)
  const plain = 'Субботник в пятницу\n• план\n• перчатки'

  expect(await garden.textsOf(admin, channelId, { words: 'пятница субботники план' })).toEqual([text])
  expect((await garden.channelsOf(admin))[0]?.last?.text).toBe(plain)
  const found = await admin.request({ url: `/api/organizations/${garden.id}/found`, query: { text: 'субботн' } })
  expect(found.json()).toMatchObject({ posts: [{ text: plain }] })
})

test('an edited post says so; a deleted one is gone, with its file', async () => {
  const admin = await garden.admin()
  const { parent } = await garden.family()
  const channelId = await garden.channelOf(admin)
  const { fileId } = await upload(admin, 'меню.pdf', await readTestData('order.pdf'))
  const { id } = (await garden.write(admin, channelId, { text: 'Меню', fileIds: [fileId] })).json<Post>()
  const download = async () => (await parent.request({ url: `/api/files/${fileId}/content` })).statusCode
  expect(await download()).toBe(404)
  const { rev } = (await garden.publish(admin, id)).json<Post>()
  expect(await download()).toBe(200)

  const edited = await garden.write(admin, channelId, { text: 'Меню на неделю', fileIds: [fileId], rev }, id)
  expect(edited.json<Post>().editedAt).not.toBeNull()
  expect((await garden.channelsOf(parent))[0]?.unread).toBe(1)

  expect((await admin.request({ method: 'DELETE', url: `/api/posts/${id}` })).statusCode).toBe(200)
  expect([
    await garden.textsOf(parent, channelId),
    await download(),
    (await garden.channelsOf(parent))[0]?.unread,
  ]).toEqual([[], 404, 0])
  expect((await garden.write(admin, channelId, { text: 'Снова' }, id)).statusCode).toBe(404)
})

test('how many have seen a post is for the office; of readers, nobody learns it', async () => {
  const [admin, deputy] = [await garden.admin(), await garden.deputy()]
  const [{ parent }, { parent: other }] = [await garden.family('Младшая'), await garden.family('Старшая')]
  const channelId = await garden.channelOf(admin, { kind: 'parents' })
  const post = await garden.published(admin, channelId)
  await garden.read(parent, channelId, post.seq ?? 0)
  const seenBy = async (who: Parameters<Garden['read']>[0]) =>
    (await garden.postsOf(who, channelId)).json<{ posts: Post[] }>().posts[0]?.seen
  expect(await seenBy(admin)).toEqual({ count: 1, readers: 2 })
  expect(await seenBy(deputy)).toEqual({ count: 1, readers: 2 })
  expect([await seenBy(parent), await seenBy(other)]).toEqual([null, null])
})

test('the office sees by how many of which group a post was seen, and never by whom', async () => {
  const [admin, head] = [await garden.admin(), await garden.head()]
  const { parent } = await garden.family()
  const { parent: other } = await garden.family('Старшая')
  const channelId = await garden.channelOf(admin)
  const { id, seq } = await garden.published(admin, channelId)
  await garden.read(parent, channelId, seq ?? 0)

  const seen = (await head.request({ url: `/api/posts/${id}/seen` })).json<{ groups: SeenInGroup[] }>()
  expect(seen.groups.map(({ name, count, readers }) => [name, count, readers])).toEqual([
    ['Педагоги', 0, 2],
    ['Младшая', 1, 1],
    ['Старшая', 0, 1],
  ])
  expect((await other.request({ url: `/api/posts/${id}/seen` })).statusCode).toBe(403)
})
