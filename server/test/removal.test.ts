import type { Message } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deleteMembers, lockChat, takeTurn } from '#chats/index.ts'
import { createChatWorld } from './chat-world.ts'

let world: Awaited<ReturnType<typeof createChatWorld>>
beforeAll(async () => (world = await createChatWorld({ nodes: 2 })))
afterAll(() => world.close())

test.each(Array.from({ length: 10 }, (_, i) => i))(
  'race %i: who is removed under fire gets no frame after that',
  async () => {
    const [head, mallory, ...others] = await world.people(12)
    if (!head || !mallory) throw new Error('No people')
    const chat = await world.chat([mallory, ...others], { moderators: [head] })
    const removed = await mallory.connect()
    const watching = await others[0]?.connect()
    for (const client of [removed, watching]) client?.hold(chat, await head.page(chat))

    const posts = [mallory, ...others].map(async (person) => {
      const codes: number[] = []
      for (let i = 0; i < 15; i += 1) codes.push((await person.post(chat)).statusCode)
      return codes
    })
    await vi.waitFor(() => {
      expect(removed.state(chat)?.rev).toBeGreaterThan(20)
    })
    const removal = (await head.remove(chat, mallory)).json<{ rev: number }>()
    const codes = await posts[0]
    await Promise.all(posts)
    const { rev } = await head.page(chat)
    await vi.waitFor(() => {
      expect(watching?.state(chat)?.rev).toBe(rev)
    })

    expect(rev).toBeGreaterThan(removal.rev)
    const revs = removed.frames.map((frame) => (frame.type === 'changes' ? frame.rev : 0))
    expect(Math.max(...revs)).toBeLessThan(removal.rev)
    expect(removed.frames).toContainEqual({ type: 'gone', chatId: chat })
    expect(codes?.at(-1)).toBe(404)
    expect((await mallory.request({ url: mallory.messages(chat) })).statusCode).toBe(404)
  },
)

test.each(['post', 'edit', 'react'] as const)(
  'a %s that waited for the lock while its author was removed is refused',
  async (action) => {
    const mallory = await world.person()
    const chat = await world.chat([mallory])
    const message = (await mallory.post(chat)).json<Message>()
    const attempts = {
      post: () => mallory.post(chat),
      edit: () => mallory.change('PATCH', message, { text: 'и ещё кое-что' }),
      react: () => mallory.react(message),
    }

    const attempt = await world.db.transaction().execute(async (tx) => {
      await lockChat(tx, chat)
      const waiting = attempts[action]()
      await new Promise((resolve) => setTimeout(resolve, 200))
      await deleteMembers(tx, chat, [mallory.accountId])
      await takeTurn(tx, chat, { audience: 1 })
      return { waiting }
    })

    expect((await attempt.waiting).statusCode).toBe(404)
  },
)
