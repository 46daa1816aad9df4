import { randomUUID } from 'node:crypto'
import type { Message, RulePart } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

test('what colleagues said among themselves stays theirs when a rule lets families in', async () => {
  const place = await seedOrganization(world)
  const [head, groupId] = [await place.head(), await place.group('Ромашка')]
  await place.teacher({ groups: [groupId] })
  const parent = await place.parent([await place.child('Ваня', groupId)])
  const chatId = randomUUID()
  const url = `/api/organizations/${place.id}/bound-chats/${chatId}`
  const follow = (method: 'PUT' | 'PATCH', parts: RulePart[]) =>
    head.request({ method, url, payload: { ...(method === 'PUT' && { title: 'Совет' }), parts } })
  const texts = async (who: typeof parent) =>
    (await who.request({ url: `/api/chats/${chatId}/messages` }))
      .json<{ messages: Message[] }>()
      .messages.map(({ text }) => text)

  const staff: RulePart = { kind: 'teachers', positions: [], groupIds: [] }
  await follow('PUT', [{ kind: 'head' }, staff])
  const messages = `/api/chats/${chatId}/messages`
  await head.request({ method: 'POST', url: messages, payload: { id: randomUUID(), text: 'о семье Вани' } })
  expect((await follow('PATCH', [{ kind: 'head' }, staff, { kind: 'parents', groupIds: [] }])).statusCode).toBe(200)

  expect(await texts(parent)).toEqual([''])
  expect(await texts(head)).toContain('history-from-joining')
})
