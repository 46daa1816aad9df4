import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

test('an admin of the organization cannot tell a chat they are not in from one that does not exist', async () => {
  const [admin, parent] = [
    await world.person({ role: 'management', isAdmin: true }),
    await world.person({ role: 'parent' }),
  ]
  const hidden = await admin.request({ url: admin.messages(await world.chat([parent], { isBound: true })) })
  const missing = await admin.request({ url: admin.messages(newId()) })

  expect(hidden.headers['content-type']).toMatch('application/problem+json')
  expect(hidden.json()).toMatchObject({ status: 404, code: 'not-found' })
  expect({ ...hidden.json<object>(), instance: '' }).toEqual({ ...missing.json<object>(), instance: '' })
})

test('entering a bound chat is seen by everybody in it, and written down', async () => {
  const [admin, parent] = [await world.person({ isAdmin: true }), await world.person({ role: 'parent' })]
  const chat = await world.chat([parent], { isBound: true })
  const watching = await parent.connect()
  watching.hold(chat, await parent.page(chat))

  const twice = [await admin.enter(chat), await admin.enter(chat)]

  expect(twice.map((answer) => answer.json<unknown>())).toMatchObject([
    { abilities: { post: true } },
    { abilities: { post: true } },
  ])
  await vi.waitFor(() => {
    expect(watching.state(chat)?.messages).toMatchObject([
      { seq: 1, kind: 'member-entered', subjectIds: [admin.accountId], membershipId: admin.membershipId },
    ])
  })
  expect((await admin.page(chat)).messages).toHaveLength(1)
  const journal = world.db.selectFrom('audit_entry').where('account_id', '=', admin.accountId).select('action')
  expect(await journal.execute()).toEqual([{ action: 'chat.entered' }])
})

test('nobody enters a chat that is not bound, nor one of another organization, nor without the right', async () => {
  const [admin, parent, teacher] = [
    await world.person({ isAdmin: true }),
    await world.person({ role: 'parent' }),
    await world.person(),
  ]
  const bound = await world.chat([parent], { isBound: true })

  expect((await admin.enter(await world.chat([parent]))).statusCode).toBe(404)
  expect((await teacher.enter(bound)).statusCode).toBe(404)
  expect((await (await world.outsider()).enter(bound)).statusCode).toBe(404)
})
