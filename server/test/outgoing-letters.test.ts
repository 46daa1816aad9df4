import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutgoingLetter, Ticket } from '@kolosok/contract'
import type { Outbox } from '#platform/outbox.ts'
import { SendFailure } from '#platform/send-failure.ts'
import { apply, findByInn, newInn, origin } from './application-seed.ts'
import { createWorld, type World } from './world.ts'

// A mail server that answers as it is told.
let answer: SendFailure['kind'] | undefined
const tried: string[] = []
const outbox: Outbox = {
  write: ({ to }) => {
    tried.push(to)
    return answer === undefined ? Promise.resolve() : Promise.reject(new SendFailure(answer, answer))
  },
}
let world: World
let operator: Awaited<ReturnType<World['person']>>
beforeAll(async () => {
  world = await createWorld({ outbox })
  operator = await world.person({ isOperator: true })
})
afterAll(() => world.close())

/** Submitted, with the letter about it as the operator sees it. */
async function applied() {
  const inn = newInn()
  const token = await apply(world, { inn, email: `a${inn}@mail.example` })
  const letter = async (): Promise<OutgoingLetter | null> => (await findByInn(operator, inn)).letter
  return { token, letter, tries: () => tried.filter((to) => to === `a${inn}@mail.example`).length }
}

test('a letter about an application waits, has gone, and the next step begins anew', async () => {
  answer = undefined
  const { letter } = await applied()
  expect(await letter()).toMatchObject({ state: 'waiting', reason: null })
  await world.runJobs()
  expect(await letter()).toMatchObject({ state: 'sent', reason: null })
})

test('an address that takes no letters is tried once, and said so', async () => {
  answer = 'refused'
  const { letter, tries } = await applied()
  await world.runJobs()
  await world.hurryJobs()
  expect(await letter()).toMatchObject({ state: 'failed', reason: 'refused' })
  expect(tries()).toBe(1)
})

test('a server that is away is tried ten times, then it is said that the letter never went', async () => {
  answer = 'unreachable'
  const { letter, tries } = await applied()
  await world.runJobs()
  expect(await letter()).toMatchObject({ state: 'waiting', reason: 'unreachable' })
  for (let n = 0; n < 10; n += 1) await world.hurryJobs()
  expect(await letter()).toMatchObject({ state: 'failed', reason: 'unreachable' })
  expect(tries()).toBe(10)
})

test('whoever answers a ticket sees what became of the letter; the asker does not', async () => {
  const asker = await world.person()
  const url = `/api/tickets/${crypto.randomUUID()}`
  const payload = { desk: 'platform', subject: 'Где архив?', text: 'Не нашла', email: 'yana@mail.example' }
  await asker.request({ method: 'PUT', url, payload })
  const seen = async (who: typeof asker) => (await who.request({ url })).json<Ticket>().letter
  expect(await seen(operator)).toBeNull()
  answer = 'refused'
  await operator.request({
    method: 'PUT',
    url: `${url}/entries/${crypto.randomUUID()}`,
    headers: origin,
    payload: { text: 'В чатах' },
  })
  await world.runJobs()
  expect(await seen(operator)).toMatchObject({ state: 'failed', reason: 'refused' })
  expect(await seen(asker)).toBeNull()
})
