import type { WholeLocalAct } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLocalActWorld, type LocalActGarden } from './local-act-world.ts'

let place: Awaited<ReturnType<typeof createLocalActWorld>>
let garden: LocalActGarden
beforeAll(async () => (place = await createLocalActWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.now = new Date('2026-09-01T06:00:00Z')
  garden = await place.newGarden()
})

const codeOf = ({ body }: { readonly body: string }) => (JSON.parse(body) as { code: string }).code

test('an act is repealed without a next edition: by the head’s order, from a day on, with a reason everybody reads', async () => {
  const { id } = await garden.begun('use-order')
  await garden.intoForce(id)
  const given = { number: '70-о', date: '2026-09-01', from: '2026-10-01', word: 'Перешли на другой порядок' }
  expect((await garden.repeal(garden.admin, id, given)).statusCode).toBe(403)
  const said = await garden.repeal(garden.head, id, given)
  expect(said.json()).toMatchObject({ state: 'in-force', repeal: given })
  // Sent again it changes nothing; mended, the history keeps both.
  const again = await garden.repeal(garden.head, id, given)
  expect(again.json<WholeLocalAct>().rev).toBe(said.json<WholeLocalAct>().rev)
  await garden.repeal(garden.head, id, { ...given, number: '71-о' })

  place.time.now = new Date('2026-10-01T06:00:00Z')
  for (const reader of [garden.teacher, garden.admin]) expect(await garden.listed(reader)).toEqual([])
  expect(await garden.listed(garden.teacher, 'superseded')).toMatchObject([{ id, state: 'repealed' }])
  const seen = await garden.seen(garden.teacher, id)
  expect(seen).toMatchObject({ repeal: { number: '71-о', word: given.word }, events: [] })
  expect((await garden.paper(garden.teacher, id, 'docx')).statusCode).toBe(200)
  const kept = (await garden.seen(garden.admin, id)).events.filter(({ kind }) => kind === 'repealed')
  expect(kept.map(({ number, isCorrection }) => [number, isCorrection])).toEqual([
    ['70-о', false],
    ['71-о', true],
  ])
  expect(codeOf(await garden.acknowledge(garden.admin, id))).toBe('local-act-not-in-force')
})

test('what can’t be so of a repeal is refused beside its field; a next edition, or two at once, stand in its way', async () => {
  const { id, localActId } = await garden.begun('use-order')
  await garden.intoForce(id)
  const given = { number: ' ', date: '2026-09-02', from: '2026-08-01', word: '' }
  const faults = (await garden.repeal(garden.head, id, given)).json<{ errors: { pointer: string; code: string }[] }>()
  expect(faults.errors.map(({ pointer }) => pointer)).toContain('#/word')
  const days = await garden.repeal(garden.head, id, { ...given, word: 'Не нужен' })
  expect(days.json()).toMatchObject({
    errors: [
      { pointer: '#/number', code: 'required' },
      { pointer: '#/date', code: 'future' },
      { pointer: '#/from', code: 'order' },
    ],
  })

  const good = { number: '70-о', date: '2026-09-01', from: '2026-09-05', word: 'Не нужен' }
  const two = await Promise.all(
    ['70-о', '71-о'].map((number) => garden.repeal(garden.head, id, { ...good, number }, 3)),
  )
  expect(two.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const late = await garden.step(garden.head, id, 'in-force', { date: '2026-09-06' })
  expect(late.json()).toMatchObject({ errors: [{ pointer: '#/date', code: 'order' }] })

  await garden.next(garden.admin, localActId)
  expect(codeOf(await garden.repeal(garden.head, id, { ...good, number: '72-о' }))).toBe('local-act-has-next')
})
