import type { ChatId, ScheduledMessage } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { uploadPhoto } from './chat-files.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'
import { seedGroup } from './structure-seed.ts'
import { waitsForLock } from './waits-for-lock.ts'
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
const said = async (who = bob) => (await who.page(chatId)).messages

/** Its time has come. */
const comeDue = () => world.hurryJobs()

test('whoever may not write when the time comes is told why, keeps the text, and sends it when they may again', async () => {
  const { id } = (await schedule(alice)).json<ScheduledMessage>()
  const own = await alice.connect()
  await world.db.updateTable('chat').where('id', '=', chatId).set({ who_may_write: 'nobody' }).execute()
  await comeDue()

  expect(await said()).toEqual([])
  expect(await waiting(alice)).toMatchObject([{ id, text: 'Доброе утро!', refusedWith: 'chat-read-only' }])
  expect(await counted(alice)).toEqual({ waiting: 0, refused: 1 })
  await vi.waitFor(() => {
    expect(own.frames).toContainEqual(expect.objectContaining({ type: 'own', scheduled: { waiting: 0, refused: 1 } }))
  })
  await world.db.updateTable('chat').where('id', '=', chatId).set({ who_may_write: 'all' }).execute()
  await alice.request({ method: 'POST', url: `${url(id)}/sent` })
  expect(await said()).toMatchObject([{ id }])
})

test.for([
  [
    'only the staff write',
    'forbidden',
    () => world.db.updateTable('chat').set({ who_may_write: 'staff' }).where('id', '=', chatId),
  ],
  [
    'the chat is closed',
    'chat-read-only',
    () => world.db.updateTable('chat').set({ state: 'read-only' }).where('id', '=', chatId),
  ],
] as const)('where meanwhile %s, it is not said', async ([, code, change]) => {
  alice = await world.person({ role: 'parent' })
  chatId = await world.chat([alice, bob])
  const { id } = (await schedule(alice)).json<ScheduledMessage>()
  await change().execute()
  await comeDue()

  expect(await said()).toEqual([])
  const row = await world.db
    .selectFrom('scheduled_message')
    .where('id', '=', id)
    .select('refused_with')
    .executeTakeFirst()
  expect(row).toEqual({ refused_with: code })
})

test('whoever leaves, or is taken out of the chat, leaves nothing there that waits, nor its files', async () => {
  await seedGroup(world, world.organizationId, { kind: 'staff' })
  const owner = await world.person({ isAdmin: true })
  chatId = await world.chat([alice, bob], { moderators: [owner] })
  const { fileId } = await uploadPhoto(alice)
  for (const who of [alice, bob]) expect((await schedule(who)).statusCode).toBe(200)
  const withPhoto = (await schedule(alice, { fileIds: [fileId] })).json<ScheduledMessage>()
  const left = () =>
    world.db.selectFrom('scheduled_message').where('chat_id', '=', chatId).select('author_id').execute()
  const attachedAt = () =>
    world.db.selectFrom('file').where('id', '=', fileId).select('attached_at').executeTakeFirstOrThrow()
  expect(withPhoto.attachments).toMatchObject([{ fileId }])
  expect((await attachedAt()).attached_at).not.toBeNull()

  const departure = `/api/organizations/${world.organizationId}/departures/${alice.membershipId}`
  const payload = { groups: [], chatsTo: null, linksTo: null }
  expect((await alice.request({ method: 'PUT', url: departure, payload })).body).toBe('{}')
  expect(await left()).toEqual([{ author_id: bob.accountId }])
  expect(await attachedAt()).toEqual({ attached_at: null })

  const member = `/api/chats/${chatId}/members/${bob.accountId}`
  expect((await owner.request({ method: 'DELETE', url: member })).statusCode).toBe(200)
  expect(await left()).toEqual([])
  await comeDue()
  expect((await said(owner)).map(({ text }) => text)).not.toContain('Доброе утро!')
})

test('sent by hand at the moment at which it is due, it is said once', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, async () => (await schedule(alice)).json<ScheduledMessage>()))
  const byHand = all.map(({ id }) => alice.request({ method: 'POST', url: `${url(id)}/sent` }))
  const [, ...answers] = await Promise.all([comeDue(), ...byHand])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(all.map(() => 200))
  expect((await said()).map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
  expect((await said()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  expect(await waiting(alice)).toEqual([])
})

test('moved to a later time while it is being refused, it waits for that', async () => {
  const { id, sendAt } = (await schedule(alice)).json<ScheduledMessage>()
  const later = inHours(5)
  let running: Promise<unknown> = Promise.resolve()
  const closed = { who_may_write: 'nobody' } as const
  await world.db.updateTable('chat').where('id', '=', chatId).set(closed).execute()
  await world.db.transaction().execute(async (tx) => {
    // Refused, and about to be written down: meanwhile the chat is open again, and its author has moved it.
    await tx
      .updateTable('scheduled_message')
      .where('id', '=', id)
      .set({ send_at: new Date(later) })
      .execute()
    await sql`select graphile_worker.add_job('send-scheduled-message', ${JSON.stringify({ messageId: id, sendAt })}::json)`.execute(
      world.db,
    )
    const job = world.runJobs()
    await waitsForLock(world.db)
    running = job
  })
  await running
  expect(await waiting(alice)).toMatchObject([{ id, sendAt: later, refusedWith: null }])
})
