import { randomUUID } from 'node:crypto'
import type { Comment, CommentId, MessageReport, MessageReportHeader, OwnMessageReport } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lockThread } from '#channels/index.ts'
import { transact } from '#platform/db.ts'
import { createChannelWorld, type Garden } from './channel-world.ts'
import { waitsForLock } from './waits-for-lock.ts'

let place: Awaited<ReturnType<typeof createChannelWorld>>
let garden: Garden
beforeAll(async () => (place = await createChannelWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  garden = await place.newGarden()
})

type Someone = Awaited<ReturnType<Garden['admin']>>

async function thread() {
  const admin = await garden.admin()
  const channelId = await garden.channelOf(admin)
  const [{ parent: author }, { parent: reporter }] = [await garden.family('Младшая'), await garden.family('Старшая')]
  const post = await garden.published(admin, channelId, { text: 'Завтра фотограф', hasComments: true })
  const at = (commentId: string) => `/api/posts/${post.id}/comments/${commentId}`
  const say = async (who: Someone, text: string) => {
    const id = randomUUID()
    expect((await who.request({ method: 'PUT', url: at(id), payload: { text } })).statusCode).toBe(200)
    return id
  }
  const report = (who: Someone, id: string, payload: object = { reason: 'insult' }) =>
    who.request({ method: 'PUT', url: `${at(id)}/report`, payload })
  const remove = (who: Someone, id: string) => who.request({ method: 'DELETE', url: at(id) })
  const texts = async (who: Someone) =>
    (await who.request({ url: `/api/posts/${post.id}/comments` }))
      .json<{ comments: Comment[] }>()
      .comments.map((one) => one.text)
  return { admin, author, reporter, channelId, postId: post.id, say, report, remove, texts }
}

const queueOf = async (who: Someone) =>
  (await who.request({ url: `/api/organizations/${garden.id}/message-reports` })).json<{
    reports: MessageReportHeader[]
  }>().reports
const look = (who: Someone, id: string) => who.request({ url: `/api/message-reports/${id}` })
const decide = (who: Someone, id: string, verdict: 'dismissed' | 'deleted', word = '') =>
  who.request({ method: 'PUT', url: `/api/message-reports/${id}/decision`, payload: { verdict, word } })

test('a comment is reported into the same queue, shown between its neighbours, and deleted there for everybody', async () => {
  const { admin, author, reporter, say, report, texts } = await thread()
  for (let n = 1; n <= 6; n++) await say(reporter, `до ${String(n)}`)
  const id = await say(author, 'Телефон Ваниной мамы')
  await say(reporter, 'после')
  await report(reporter, id, { reason: 'personal-data', remark: 'Чужой номер' })
  await report(reporter, id)

  const [waits, ...others] = await queueOf(admin)
  expect(others).toEqual([])
  expect(waits).toMatchObject({ place: { kind: 'channel', title: 'Новости сада' }, count: 1, reason: 'personal-data' })
  const seen = (await look(admin, waits?.id ?? '')).json<MessageReport>()
  expect(seen.messages.map(({ text, isReported }) => [text, isReported])).toEqual([
    ...['до 2', 'до 3', 'до 4', 'до 5', 'до 6'].map((text) => [text, false]),
    ['Телефон Ваниной мамы', true],
    ['после', false],
  ])
  expect(seen.remarks).toEqual(['Чужой номер'])
  for (const other of [author, reporter, (await garden.family('Средняя')).parent]) {
    expect((await look(other, seen.id)).statusCode).toBe(404)
  }

  expect((await decide(admin, seen.id, 'deleted', 'Номера не публикуем')).statusCode).toBe(200)
  expect(await texts(reporter)).not.toContain('Телефон Ваниной мамы')
  const own = (await reporter.request({ url: '/api/me/message-reports' })).json<{ reports: OwnMessageReport[] }>()
  expect(own.reports).toMatchObject([{ decision: { verdict: 'deleted', word: 'Номера не публикуем' } }])
})

test('one’s own, a deleted one and one of a channel that is not for them is not reported', async () => {
  const { author, reporter, say, report, remove } = await thread()
  const id = await say(author, 'Моё')
  expect((await report(author, id)).statusCode).toBe(403)
  expect((await report(await (await place.newGarden()).admin(), id)).statusCode).toBe(404)
  expect((await report(reporter, id, { reason: 'other' })).json()).toMatchObject({
    errors: [{ pointer: '#/remark', code: 'required' }],
  })
  await remove(author, id)
  expect((await report(reporter, id)).statusCode).toBe(404)
})

test('taken back by its author after the report it is still shown as it was said; the journal names the channel', async () => {
  const { admin, author, reporter, channelId, say, report, remove } = await thread()
  const id = await say(author, 'Обидное слово')
  await report(reporter, id)
  await remove(author, id)
  const [waits] = await queueOf(admin)
  const seen = (await look(admin, waits?.id ?? '')).json<MessageReport>()
  expect(seen).toMatchObject({ said: ['Обидное слово'], messages: [{ isDeleted: true, isReported: true, text: '' }] })

  const both = await Promise.all([
    decide(admin, seen.id, 'dismissed'),
    decide(await garden.admin(), seen.id, 'deleted'),
  ])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const entries = await place.world.db
    .selectFrom('audit_entry')
    .where('subject_kind', '=', 'channel')
    .where('subject_id', '=', channelId as never)
    .where('action', 'like', 'message-report.%')
    .select(['action', 'account_id as by', 'details'])
    .orderBy('action')
    .execute()
  expect(entries.map(({ action, by }) => [action, by !== null])).toEqual([
    [expect.stringMatching(/deleted|dismissed/), true],
    ['message-report.made', false],
    ['message-report.opened', true],
  ])
  expect(entries.every(({ details }) => (details as { kind?: string }).kind === 'comment')).toBe(true)
})

test('what an administrator said is for the head, or as long as there is none for the operator', async () => {
  const { admin, reporter, say, report } = await thread()
  const other = await garden.admin()
  const id = await say(admin, 'Слово администратора')
  await report(reporter, id)
  expect(await queueOf(other)).toEqual([])
  const { desk } = await place.world.db
    .selectFrom('message_report_desk')
    .innerJoin('message_report', 'message_report.id', 'report_id')
    .where('comment_id', '=', id as never)
    .select('desk')
    .executeTakeFirstOrThrow()
  expect(desk).toBe('operator')
})

test('a report of what is being deleted at the same moment waits, and finds nothing to report', async () => {
  const { author, admin, reporter, postId, say, report } = await thread()
  const id = await say(author, 'Телефон Ваниной мамы')
  const { db } = place.world
  const answer = await transact(db, async (tx) => {
    await lockThread(tx, postId)
    const reported = report(reporter, id)
    await Promise.race([waitsForLock(db), reported])
    await tx
      .updateTable('post_comment')
      .where('id', '=', id as CommentId)
      .set({ text: '', deleted_at: new Date() })
      .execute()
    return { reported }
  })
  expect((await answer.reported).statusCode).toBe(404)
  expect(await queueOf(admin)).toEqual([])
})
