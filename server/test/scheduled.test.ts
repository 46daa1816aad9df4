import type { Chat, ChatId, Message, MessageId, ScheduledMessage } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'
import { uploadPhoto } from './chat-files.ts'
import { inHours, scheduling } from './scheduling.ts'

let world: ChatWorld
let alice: ChatPerson
let bob: ChatPerson
let chatId: ChatId
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())
beforeEach(async () => {
  ;[alice, bob] = [await world.person(), await world.person()]
  chatId = await world.chat([alice, bob])
})

const { url, schedule, waiting, counted } = scheduling(() => chatId)
const said = async () => (await bob.page(chatId)).messages

/** Its time has come. */
const comeDue = () => world.hurryJobs()

test('what is put by is nobody else’s to see, and is said at its time as the message it has been from the beginning', async () => {
  const put = (await schedule(alice, { isSilent: true })).json<ScheduledMessage>()
  expect(await waiting(alice)).toEqual([put])
  expect(await waiting(bob)).toEqual([])
  expect(await counted(alice)).toEqual({ waiting: 1, refused: 0 })
  expect(await counted(bob)).toEqual({ waiting: 0, refused: 0 })
  expect(await said()).toEqual([])
  const reader = await bob.connect()

  await comeDue()
  await comeDue()

  expect(await said()).toMatchObject([{ id: put.id, text: 'Доброе утро!', authorId: alice.accountId, isSilent: true }])
  expect(await waiting(alice)).toEqual([])
  await vi.waitFor(() => {
    expect(reader.frames).toContainEqual(expect.objectContaining({ type: 'changes', chatId }))
  })
})

test('a retry finds what the first try has made; an id of another is refused', async () => {
  const id = newId<MessageId>()
  const answers = await Promise.all(Array.from({ length: 8 }, () => schedule(alice, { sendAt: inHours(2) }, id)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200))
  expect(await waiting(alice)).toHaveLength(1)
  expect((await schedule(bob, {}, id)).json()).toMatchObject({ code: 'message-id-taken' })
  expect((await bob.request({ method: 'DELETE', url: url(id) })).statusCode).toBe(200)
  expect(await waiting(alice)).toHaveLength(1)

  await comeDue()
  expect((await schedule(alice, {}, id)).json()).toMatchObject({ status: 409, code: 'scheduled-sent' })
})

test('its text and its time are changed, and it is said once, at the later time', async () => {
  const { id, sendAt } = (await schedule(alice)).json<ScheduledMessage>()
  const changed = await alice.request({ method: 'PATCH', url: url(id), payload: { text: 'Иначе', sendAt: inHours(5) } })
  expect(changed.json()).toMatchObject({ text: 'Иначе', refusedWith: null })
  // The job of before, as if it had been under way when the time was changed.
  await sql`select graphile_worker.add_job('send-scheduled-message', ${JSON.stringify({ messageId: id, sendAt })}::json)`.execute(
    world.db,
  )
  await world.runJobs()
  expect(await said()).toEqual([])

  await comeDue()
  expect(await said()).toMatchObject([{ id, text: 'Иначе' }])
})

test('its author does not wait for the time, or takes it back; what is said already is told', async () => {
  const [now, never] = [
    (await schedule(alice)).json<ScheduledMessage>(),
    (await schedule(alice)).json<ScheduledMessage>(),
  ]
  const send = () => alice.request({ method: 'POST', url: `${url(now.id)}/sent` })
  const [first, second] = [await send(), await send()]
  expect(first.json<Message>()).toMatchObject({ id: now.id, seq: 1 })
  expect(second.body).toBe(first.body)
  const cancel = () => alice.request({ method: 'DELETE', url: url(never.id) })
  expect([(await cancel()).statusCode, (await cancel()).statusCode]).toEqual([200, 200])
  expect((await alice.request({ method: 'DELETE', url: url(now.id) })).json()).toMatchObject({ code: 'scheduled-sent' })
  const change = { method: 'PATCH', url: url(now.id), payload: { text: 'Поздно', sendAt: inHours(1) } } as const
  expect((await alice.request(change)).json()).toMatchObject({ code: 'scheduled-sent' })

  await comeDue()
  expect((await said()).map(({ id }) => id)).toEqual([now.id])
})

test('its files and its quote go with it: to the message, or to the sweep', async () => {
  const quoted = (await bob.post(chatId)).json<Message>()
  const [sent, cancelled] = [(await uploadPhoto(alice)).fileId, (await uploadPhoto(alice)).fileId]
  const put = (await schedule(alice, { text: '', fileIds: [sent], replyToId: quoted.id })).json<ScheduledMessage>()
  const other = (await schedule(alice, { fileIds: [cancelled] })).json<ScheduledMessage>()
  const content = (who: ChatPerson, id: string) => who.request({ url: `/api/files/${id}/content` })
  expect((await content(alice, sent)).statusCode).toBe(200)
  expect((await content(bob, sent)).statusCode).toBe(404)

  await alice.request({ method: 'DELETE', url: url(other.id) })
  await comeDue()

  expect((await said()).at(-1)).toMatchObject({ id: put.id, replyToId: quoted.id, attachments: [{ fileId: sent }] })
  expect((await content(bob, sent)).statusCode).toBe(200)
  const attached = await world.db.selectFrom('file').where('attached_at', 'is not', null).select('id').execute()
  expect(attached.map(({ id }) => id)).toContain(sent)
  expect(attached.map(({ id }) => id)).not.toContain(cancelled)
})

test('bad fields are told at once; a time that is over or too far is none, and there is an end of them', async () => {
  expect((await schedule(alice, { text: ' ', sendAt: 'завтра' })).json()).toMatchObject({
    errors: [{ pointer: '#/sendAt' }, { pointer: '#/text' }],
  })
  for (const [sendAt, code] of [
    [inHours(-1), 'past'],
    [inHours(24 * 400), 'too-far'],
  ]) {
    expect((await schedule(alice, { sendAt })).json()).toMatchObject({ errors: [{ pointer: '#/sendAt', code }] })
  }
  await world.db
    .insertInto('scheduled_message')
    .values(
      Array.from({ length: 99 }, () => ({
        id: newId<MessageId>(),
        chat_id: chatId,
        author_id: alice.accountId,
        text: 'Ещё',
        is_silent: false,
        send_at: new Date(inHours(3)),
      })),
    )
    .execute()
  const [one, two] = await Promise.all([schedule(alice), schedule(alice)])
  expect([one.statusCode, two.statusCode].sort()).toEqual([200, 409])
  expect((await schedule(bob)).statusCode).toBe(200)
  expect((await alice.chats()).chats.find(({ id }: Chat) => id === chatId)?.scheduled.waiting).toBe(100)
})
