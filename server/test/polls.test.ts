import type { Message } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

const question = { question: 'Когда собрание?', options: ['Во вторник', 'В среду', 'В четверг'], isMultiple: false }

async function askedPoll(poll = question) {
  const [author, voter] = [await world.person(), await world.person()]
  const chatId = await world.chat([author, voter])
  const message = (await author.post(chatId, { text: '', poll })).json<Message>()
  return { author, voter, chatId, message }
}

test('a vote counts at once for all, is changed by a new one, and withdrawn by none', async () => {
  const { author, voter, chatId, message } = await askedPoll()
  const watching = await author.connect()
  watching.hold(chatId, await author.page(chatId))

  await voter.vote(message, 1)
  await author.vote(message, 1)
  await voter.vote(message, 2)
  await voter.vote(message, 2)

  await vi.waitFor(() => {
    expect(watching.state(chatId)).toMatchObject({
      rev: 4,
      messages: [
        {
          kind: 'poll',
          poll: {
            voters: 2,
            options: [
              { text: 'Во вторник', count: 0 },
              { count: 1, accountIds: [author.accountId] },
              { count: 1, accountIds: [voter.accountId] },
            ],
          },
        },
      ],
    })
  })
  expect((await voter.vote(message)).json()).toMatchObject({ poll: { voters: 1 } })
})

test('twenty people who vote at once are all counted', async () => {
  const people = await world.people(20)
  const chatId = await world.chat(people)
  const message = (await people[0]?.post(chatId, { poll: { ...question, isMultiple: true } }))?.json<Message>()
  if (!message) throw new Error('No poll')
  await Promise.all(people.map((person) => person.vote(message, 0, 2)))

  expect((await people[0]?.page(chatId))?.messages[0]?.poll).toMatchObject({
    voters: 20,
    options: [{ count: 20 }, { count: 0 }, { count: 20 }],
  })
})

test('what is not on the list, or two where one is asked for, is refused by name', async () => {
  const { voter, message } = await askedPoll()
  const codes = async (...options: number[]) =>
    (await voter.vote(message, ...options)).json<{ errors: unknown[] }>().errors
  expect(await codes(7)).toMatchObject([{ pointer: '#/options', code: 'no-such-option' }])
  expect(await codes(0, 1)).toMatchObject([{ pointer: '#/options', code: 'one-only' }])
})

test('only a poll is voted on, and a deleted one no more', async () => {
  const { author, voter, chatId, message } = await askedPoll()
  const text = (await author.post(chatId)).json<Message>()
  expect((await voter.vote(text, 0)).statusCode).toBe(403)
  await author.change('DELETE', message)
  expect((await voter.vote(message, 0)).json()).toMatchObject({ code: 'message-deleted' })
})

test('its author or a moderator closes a poll: nobody votes any more, the result stays', async () => {
  const [author, voter, moderator] = [await world.person(), await world.person(), await world.person()]
  const chatId = await world.chat([author, voter], { moderators: [moderator] })
  const ask = async () => (await author.post(chatId, { text: '', poll: question })).json<Message>()
  const close = (person: typeof author, { id }: Message) =>
    person.request({ method: 'PUT', url: `/api/chats/${chatId}/messages/${id}/closed` })
  const [first, second] = [await ask(), await ask()]
  await voter.vote(first, 1)

  expect((await close(voter, first)).statusCode).toBe(403)
  const closed = (await close(author, first)).json<Message>()
  expect([closed.poll?.voters, typeof closed.poll?.closedAt]).toEqual([1, 'string'])
  expect((await voter.vote(first, 2)).json()).toMatchObject({ code: 'poll-closed' })
  expect((await close(author, first)).json()).toEqual(closed)
  expect((await close(moderator, second)).statusCode).toBe(200)
})
