import type { Question } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type Garden, seedGarden, spectator } from './broadcast-world.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Garden
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())
beforeEach(async () => (garden = await seedGarden(world)))

test('a mother asks, the host shows one question at a time, and nobody else learns who asked', async () => {
  const broadcast = await garden.live()
  const { ask, questions } = spectator(garden.mother)
  const host = spectator(garden.head)
  const [first, second] = [
    (await ask(broadcast, 'Когда утренник?')).json<Question>(),
    (await ask(broadcast, 'Что надеть?')).json<Question>(),
  ]
  expect(first).toMatchObject({ state: 'waiting', isOwn: true, asker: null })
  expect((await host.questions(broadcast)).map(({ asker }) => asker?.accountId)).toEqual([
    garden.mother.accountId,
    garden.mother.accountId,
  ])
  expect(await spectator(garden.teacher).questions(broadcast)).toEqual([])
  expect((await spectator(garden.teacher).decide(broadcast, first, 'shown')).statusCode).toBe(403)

  await host.decide(broadcast, first, 'shown')
  await host.decide(broadcast, second, 'shown')
  expect((await questions(broadcast)).map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'shown'],
    [first.id, 'answered'],
  ])
  await host.decide(broadcast, second, 'answered')
  expect((await host.decide(broadcast, second, 'dismissed')).json()).toMatchObject({ code: 'question-closed' })
})

test('three of one person wait at a time, also when they come at once; asked twice it is one', async () => {
  const broadcast = await garden.live()
  const { ask, questions } = spectator(garden.mother)
  const id = newId<Question['id']>()
  await Promise.all([ask(broadcast, 'Раз', id), ask(broadcast, 'Раз', id)])
  const more = await Promise.all(['Два', 'Три', 'Четыре'].map((text) => ask(broadcast, text)))
  expect(more.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 200, 409])
  expect(await questions(broadcast)).toHaveLength(3)
  expect((await spectator(garden.teacher).ask(broadcast, 'Чужой', id)).statusCode).toBe(404)
})

test('where no questions are taken, nobody asks or raises a hand', async () => {
  const broadcast = await garden.live({ takesQuestions: false })
  expect(broadcast.takesQuestions).toBe(false)
  const refused = { code: 'broadcast-without-questions' }
  expect((await spectator(garden.mother).ask(broadcast, 'Можно?')).json()).toMatchObject(refused)
  expect((await spectator(garden.mother).raiseHand(broadcast)).json()).toMatchObject(refused)
})

test('a guest may say no; an invitation taken back opens nothing; whoever is not there can’t be asked', async () => {
  const broadcast = await garden.live()
  const [host, mother] = [spectator(garden.head), spectator(garden.mother)]
  await mother.raiseHand(broadcast)
  expect((await mother.read(broadcast)).isHandUp).toBe(true)
  await host.invite(broadcast, garden.mother)
  expect(await mother.read(broadcast)).toMatchObject({ stage: 'invited', isHandUp: false })
  await mother.leaveStage(broadcast)
  expect(await mother.read(broadcast)).toMatchObject({ stage: 'none' })

  await host.invite(broadcast, garden.mother)
  await host.putBack(broadcast, garden.mother)
  expect((await mother.enterStage(broadcast)).statusCode).toBe(403)
  expect((await host.invite(broadcast, await garden.parent([]))).statusCode).toBe(404)
})

test('six are on the stage at most, also when two want the last place', async () => {
  const broadcast = await garden.live()
  const deputies = await Promise.all(Array.from({ length: 8 }, () => garden.deputy()))
  const answers = await Promise.all(deputies.map((one) => spectator(one).enterStage(broadcast)))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([...Array<number>(6).fill(200), 409, 409])
  expect((await spectator(garden.head).invite(broadcast, garden.mother)).json()).toMatchObject({ code: 'stage-full' })
})
