import { randomUUID } from 'node:crypto'
import type { Comment, Post } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createChannelWorld, type Garden } from './channel-world.ts'

let place: Awaited<ReturnType<typeof createChannelWorld>>
let garden: Garden
beforeAll(async () => (place = await createChannelWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  garden = await place.newGarden()
})

type Someone = Awaited<ReturnType<Garden['admin']>>
type Thread = { comments: Comment[]; previous: number | null; lastSeq: number; mayComment: boolean }

const say = (who: Someone, { id }: Post, text: string, commentId: string = randomUUID()) =>
  who.request({ method: 'PUT', url: `/api/posts/${id}/comments/${commentId}`, payload: { text } })
const remove = (who: Someone, { id }: Post, commentId: string) =>
  who.request({ method: 'DELETE', url: `/api/posts/${id}/comments/${commentId}` })
const threadFor = async (who: Someone, { id }: Post, before?: number) =>
  (
    await who.request({
      url: `/api/posts/${id}/comments`,
      ...(before !== undefined && { query: { before: String(before) } }),
    })
  ).json<Thread>()
const textsFor = async (who: Someone, post: Post) => (await threadFor(who, post)).comments.map(({ text }) => text)
const countFor = async (who: Someone, { channelId }: Post) =>
  (await garden.postsOf(who, channelId)).json<{ posts: Post[] }>().posts[0]?.comments

async function thread() {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  const [{ parent }, { parent: other }] = [await garden.family('Младшая'), await garden.family('Старшая')]
  const post = await garden.published(admin, channelId, { text: 'Завтра фотограф', hasComments: true })
  return { admin, parent, other, post, channelId }
}

test('readers talk under a post, each change their own words, and a retry says nothing twice', async () => {
  const { admin, parent, other, post } = await thread()
  const id = randomUUID()
  await say(parent, post, 'Во сколько?', id)
  await say(parent, post, 'Во сколько?', id)
  await say(admin, post, 'В десять.')
  expect(await textsFor(other, post)).toEqual(['Во сколько?', 'В десять.'])

  expect((await say(parent, post, 'Во сколько и где?', id)).json<Comment>().editedAt).not.toBeNull()
  expect((await say(other, post, 'Чужими словами', id)).statusCode).toBe(403)
  const [mine, theirs] = (await threadFor(parent, post)).comments
  expect([mine, theirs]).toMatchObject([
    { isOwn: true, mayEdit: true, mayRemove: true, seq: 1 },
    { isOwn: false, mayEdit: false, mayRemove: false, seq: 2 },
  ])

  place.time.aheadMs = 25 * 3600 * 1000
  expect((await say(parent, post, 'Поздно', id)).json()).toMatchObject({ code: 'edit-window-over' })
})

test('whoever looks after the channel removes what should not be there, and the journal says so', async () => {
  const { parent, other, post } = await thread()
  const head = await garden.head()
  const [bad, own] = [randomUUID(), randomUUID()]
  await say(parent, post, 'Неуместное', bad)
  await say(parent, post, 'Лишнее', own)
  expect((await remove(other, post, bad)).statusCode).toBe(403)
  expect((await remove(head, post, bad)).statusCode).toBe(200)
  expect((await remove(parent, post, own)).statusCode).toBe(200)
  expect((await remove(parent, post, own)).statusCode).toBe(200)
  expect(await textsFor(other, post)).toEqual([])

  const entries = await place.world.db
    .selectFrom('audit_entry')
    .where('action', '=', 'comment.removed')
    .where('organization_id', '=', garden.id)
    .select(['account_id', 'details'])
    .execute()
  expect(entries).toEqual([{ account_id: head.accountId, details: { postId: post.id, commentId: bad } }])
  expect((await say(parent, post, 'Снова', bad)).statusCode).toBe(404)
})

test('the channel decides whether its posts take comments, unless a post says otherwise', async () => {
  const { admin, parent, channelId } = await thread()
  const silent = await garden.published(admin, channelId, 'Без обсуждения')
  expect((await say(parent, silent, 'А если?')).json()).toMatchObject({ code: 'comments-closed' })
  const settings = { title: 'Новости сада', audience: { kind: 'all' }, hasComments: true }
  await admin.request({ method: 'PUT', url: garden.channelUrl(channelId), payload: settings })
  expect((await say(parent, silent, 'А если?')).statusCode).toBe(200)

  const text = 'Без обсуждения'
  const closed = await garden.write(admin, channelId, { text, hasComments: false, rev: silent.rev }, silent.id)
  expect(closed.json<Post>()).toMatchObject({ editedAt: null, hasComments: false })
  expect((await say(parent, silent, 'И ещё')).json()).toMatchObject({ code: 'comments-closed' })
  expect(await threadFor(parent, silent)).toMatchObject({ mayComment: false, comments: [{ text: 'А если?' }] })
})

test('what is new in a thread is counted for whoever has opened it, and nobody else has a row for it', async () => {
  const { admin, parent, other, post } = await thread()
  await say(parent, post, 'Раз')
  expect(await countFor(other, post)).toEqual({ isOpen: true, count: 1, unread: 0 })
  const read = (seq: number) =>
    other.request({ method: 'PUT', url: `/api/posts/${post.id}/comments-read`, payload: { seq } })
  await read(1_000)
  await say(admin, post, 'Два')
  await say(parent, post, 'Три')
  expect(await countFor(other, post)).toEqual({ isOpen: true, count: 3, unread: 2 })
  await read(3)
  await read(1)
  expect(await countFor(other, post)).toEqual({ isOpen: true, count: 3, unread: 0 })
  const rows = await place.world.db.selectFrom('comment_position').where('post_id', '=', post.id).selectAll().execute()
  expect(rows).toHaveLength(3)
})

test('a thread goes back page by page, and is gone with its post', async () => {
  const { admin, parent, post } = await thread()
  for (let n = 1; n <= 52; n += 1) await say(parent, post, `№ ${String(n)}`)
  const newest = await threadFor(admin, post)
  expect([newest.comments.length, newest.comments.at(-1)?.text, newest.previous]).toEqual([50, '№ 52', 3])
  expect((await threadFor(admin, post, 3)).comments.map(({ text }) => text)).toEqual(['№ 1', '№ 2'])

  await admin.request({ method: 'DELETE', url: `/api/posts/${post.id}` })
  expect((await parent.request({ url: `/api/posts/${post.id}/comments` })).statusCode).toBe(404)
  const left = await place.world.db.selectFrom('post_comment').where('text', '<>', '').select('id').execute()
  expect(left.filter(({ id }) => newest.comments.some((one) => one.id === id))).toEqual([])
})

test('what is no comment is refused by name', async () => {
  const { parent, post } = await thread()
  for (const text of ['', '  ', 'а'.repeat(2_001)]) {
    expect((await say(parent, post, text)).json()).toMatchObject({ errors: [{ pointer: '#/text' }] })
  }
})
