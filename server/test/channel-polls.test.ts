import type { CountedPoll, Post, PollAnswer } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findPosts } from '../src/channels/find-posts.ts'
import { createChannelWorld, type Garden } from './channel-world.ts'
import { waitsForLock } from './waits-for-lock.ts'

let place: Awaited<ReturnType<typeof createChannelWorld>>
let garden: Garden
beforeAll(async () => (place = await createChannelWorld()))
afterAll(() => place.world.close())
beforeEach(async () => (garden = await place.newGarden()))

type Someone = Awaited<ReturnType<Garden['admin']>>
const poll = { question: 'Когда субботник?', options: ['В субботу', 'В воскресенье', 'Не приду'], isMultiple: false }

const vote = (who: Someone, { id }: Post, ...options: number[]) =>
  who.request({ method: 'PUT', url: `/api/posts/${id}/vote`, payload: { options } })
const pollFor = async (who: Someone, { channelId }: Post) =>
  (await garden.postsOf(who, channelId)).json<{ posts: Post[] }>().posts[0]?.poll
const answersFor = (who: Someone, { id }: Post) => who.request({ url: `/api/posts/${id}/votes` })

async function asked(given = poll) {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin, { kind: 'parents' })
  const [{ parent }, { parent: other }] = [await garden.family('Младшая'), await garden.family('Старшая')]
  return { admin, parent, other, post: await garden.published(admin, channelId, { poll: given }) }
}

test('readers answer, change their answer and take it back; all see numbers and their own choice, nobody a name', async () => {
  const { parent, other, post } = await asked()
  await vote(parent, post, 0)
  expect((await vote(parent, post, 1)).json<CountedPoll>()).toMatchObject({ voters: 1, chosen: [1] })
  await vote(other, post, 1)
  await vote(other, post, 1)

  const seen = await pollFor(parent, post)
  expect(seen).toEqual({
    ...poll,
    options: poll.options.map((text, place) => ({ text, count: place === 1 ? 2 : 0 })),
    voters: 2,
    closedAt: null,
    chosen: [1],
  })
  await vote(other, post)
  expect(await pollFor(other, post)).toMatchObject({ voters: 1, chosen: [] })
  expect((await answersFor(other, post)).statusCode).toBe(403)
})

test('the office sees who answered what, and does not answer where the channel is not for it', async () => {
  const { admin, parent, other, post } = await asked({ ...poll, isMultiple: true })
  await vote(parent, post, 2, 0, 0)
  await vote(other, post, 1)
  const { answers } = (await answersFor(await garden.deputy(), post)).json<{ answers: PollAnswer[] }>()
  expect(answers.map(({ accountId, options }) => [accountId, options])).toEqual([
    [parent.accountId, [0, 2]],
    [other.accountId, [1]],
  ])
  expect((await vote(admin, post, 0)).statusCode).toBe(403)
})

test('what is not on the list, or two where one is asked for, is refused by name', async () => {
  const { parent, post } = await asked()
  const codes = async (...options: number[]) =>
    (await vote(parent, post, ...options)).json<{ errors: { code: string }[] }>().errors.map(({ code }) => code)
  expect([await codes(3), await codes(0, 1)]).toEqual([['no-such-option'], ['one-only']])
})

test('thirty families who answer at once are all counted', async () => {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin, { kind: 'parents' })
  const post = await garden.published(admin, channelId, { poll })
  const groupId = await garden.group('Младшая')
  const parents = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => garden.parent([await garden.child(`Ребёнок ${String(n)}`, groupId)])),
  )
  await Promise.all(parents.map((parent, n) => vote(parent, post, n % 2)))
  expect(await pollFor(admin, post)).toMatchObject({
    voters: 30,
    options: [{ count: 15 }, { count: 15 }, { count: 0 }],
  })
})

test('what is asked may change until it is published, then only end', async () => {
  const { admin, parent, post } = await asked()
  const draft = (await garden.write(admin, post.channelId, { text: 'Решаем', poll })).json<Post>()
  const other = { ...poll, question: 'Во сколько?' }
  const changed = await garden.write(admin, post.channelId, { text: 'Решаем', poll: other, rev: 1 }, draft.id)
  expect(changed.json<Post>().poll?.question).toBe('Во сколько?')

  await vote(parent, post, 0)
  const change = (given: typeof poll | null) =>
    garden.write(admin, post.channelId, { text: 'Приходите', poll: given, rev: post.rev }, post.id)
  expect((await change(other)).json()).toMatchObject({ code: 'poll-published' })
  expect((await change(null)).json()).toMatchObject({ code: 'poll-published' })
  expect((await change(poll)).json()).toMatchObject({ text: 'Приходите', poll: { voters: 1 } })

  const close = (who: Someone) => who.request({ method: 'PUT', url: `/api/posts/${post.id}/poll/closed` })
  expect((await close(parent)).statusCode).toBe(403)
  const closed = (await close(admin)).json<Post>()
  expect([closed.poll?.voters, typeof closed.poll?.closedAt]).toEqual([1, 'string'])
  expect((await close(admin)).json()).toEqual(closed)
  expect((await vote(parent, post, 1)).json()).toMatchObject({ code: 'poll-closed' })
})

test('with its post a poll is gone, whoever has answered', async () => {
  const { admin, parent, post } = await asked()
  await vote(parent, post, 0)
  expect((await admin.request({ method: 'DELETE', url: `/api/posts/${post.id}` })).statusCode).toBe(200)
  expect((await vote(parent, post, 1)).statusCode).toBe(404)
  expect(await place.world.db.selectFrom('post_vote').where('post_id', '=', post.id).selectAll().execute()).toEqual([])
})

test('a vote that comes while its post is being deleted goes with it', async () => {
  const { admin, parent, post } = await asked()
  const removal = Promise.withResolvers<Awaited<ReturnType<Someone['request']>>>()
  await place.world.db.transaction().execute(async (tx) => {
    // A vote under way: its post is held.
    await sql`select from post where id = ${post.id} for share`.execute(tx)
    removal.resolve(admin.request({ method: 'DELETE', url: `/api/posts/${post.id}` }))
    await waitsForLock(place.world.db)
    await sql`insert into post_vote (post_id, account_id, options) values (${post.id}, ${parent.accountId}, '{0}')`.execute(
      tx,
    )
  })
  expect((await removal.promise).statusCode).toBe(200)
  expect(await place.world.db.selectFrom('post_vote').where('post_id', '=', post.id).selectAll().execute()).toEqual([])
})

test('what a poll asks is found, and what is found or listed shows no half of a sign', async () => {
  const { admin, parent, post } = await asked()
  expect(
    (await garden.postsOf(parent, post.channelId, { words: 'субботники' })).json<{ posts: Post[] }>().posts,
  ).toMatchObject([{ id: post.id }])
  const search = { organizationId: garden.id, search: 'субботник', limit: 5 }
  expect(await findPosts(place.world.db, parent, search)).toMatchObject([{ id: post.id, text: poll.question }])

  const text = `**${'Завтра ждём всех родителей на субботник. '.repeat(8).trim()}**`
  await garden.published(admin, post.channelId, text)
  const [found] = await findPosts(place.world.db, parent, search)
  const [channel] = await garden.channelsOf(parent)
  expect([found?.text, channel?.last?.text]).toEqual([text.slice(2, 202), text.slice(2, 202)])
})
