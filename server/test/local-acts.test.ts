import { randomUUID } from 'node:crypto'
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

test('the regulation begins with the organization’s own details, and is nobody else’s business until it is in force', async () => {
  const { id, state, sections, abilities } = await garden.begun()

  expect(state).toBe('draft')
  expect(sections[0]?.text).toContain('МБДОУ детский сад «Колосок»')
  expect(sections.map(({ text }) => text).join()).not.toContain('{')
  expect(abilities).toMatchObject({ edit: true, next: 'adopted' })
  for (const reader of [garden.teacher, garden.parent]) {
    expect((await garden.get(reader, id)).statusCode).toBe(404)
    expect(await garden.listed(reader, 'preparing')).toEqual([])
  }
})

test('council, parents, the head’s order, a day: no step is jumped over, and the head’s own are the head’s', async () => {
  const { id } = await garden.begun()
  const { admin, head, parent, teacher } = garden
  expect(codeOf(await garden.step(head, id, 'approved', { number: '57-о', date: '2026-08-31' }))).toBe('local-act-step')
  expect(codeOf(await garden.step(admin, id, 'heard', { number: '4', date: '2026-08-27' }))).toBe('local-act-step')

  await garden.step(admin, id, 'adopted', { number: '1', date: '2026-08-28' })
  expect((await garden.seen(admin, id)).state).toBe('adopted')
  expect(codeOf(await garden.write(admin, await garden.seen(admin, id), { title: 'Другое' }))).toBe(
    'local-act-not-draft',
  )
  await garden.step(admin, id, 'heard', { number: '4', date: '2026-08-27' })
  expect((await garden.step(admin, id, 'approved', { number: '57-о', date: '2026-08-31' })).statusCode).toBe(403)
  expect((await garden.seen(admin, id)).waitsFor).toBe('approved')
  await garden.step(head, id, 'approved', { number: '57-о', date: '2026-08-31' })
  const done = await garden.step(head, id, 'in-force', { date: '2026-09-01' })

  expect(done.json()).toMatchObject({ state: 'in-force', adopted: { number: '1' }, approved: { number: '57-о' } })
  for (const reader of [teacher, parent]) {
    expect((await garden.listed(reader)).map((act) => act.id)).toEqual([id])
    const seen = await garden.seen(reader, id)
    expect(seen).toMatchObject({ state: 'in-force', events: [], notices: [], editedBy: '' })
    expect(seen.abilities).toMatchObject({ edit: false, beginNext: false, next: null, correct: [] })
  }
})

test('an order needs no council, and is only for those it is for', async () => {
  const { id } = await garden.begun('admin-order')
  await garden.intoForce(id)

  expect(await garden.listed(garden.teacher)).toHaveLength(1)
  expect(await garden.listed(garden.parent)).toEqual([])
  expect((await garden.get(garden.parent, id)).statusCode).toBe(404)
  expect((await garden.paper(garden.parent, id, 'pdf')).statusCode).toBe(404)
})

test('it comes into force with its day in the organization’s time zone, and the former one gives way', async () => {
  const first = await garden.begun()
  await garden.intoForce(first.id)
  const second = (await garden.next(garden.deputy, first.localActId)).json<WholeLocalAct>()
  expect(second).toMatchObject({ number: 2, state: 'draft', title: first.title })
  expect(codeOf(await garden.next(garden.admin, first.localActId))).toBe('local-act-has-next')

  await garden.intoForce(second.id, '2026-10-01')
  expect((await garden.seen(garden.parent, first.id)).state).toBe('in-force')
  expect((await garden.get(garden.parent, second.id)).statusCode).toBe(404)
  // Half past midnight in Moscow.
  place.time.now = new Date('2026-09-30T21:30:00Z')
  expect((await garden.listed(garden.parent)).map(({ id }) => id)).toEqual([second.id])
  // Kept, and readable for those it was for.
  expect((await garden.seen(garden.parent, first.id)).state).toBe('superseded')
  expect((await garden.seen(garden.parent, second.id)).editions.map(({ number }) => number)).toEqual([2, 1])
})

test('a mistake in a number is mended by who may enter it, and the history keeps what stood there', async () => {
  const { id } = await garden.begun('use-order')
  await garden.intoForce(id)
  expect((await garden.step(garden.admin, id, 'approved', { number: '58-о', date: '2026-08-31' })).statusCode).toBe(403)
  const mended = await garden.step(garden.head, id, 'approved', { number: '58-о', date: '2026-08-31' })

  expect(mended.json()).toMatchObject({ state: 'in-force', approved: { number: '58-о' } })
  expect(
    mended.json<WholeLocalAct>().events.map(({ kind, number, isCorrection }) => [kind, number, isCorrection]),
  ).toEqual([
    ['begun', '', false],
    ['approved', '57-о', false],
    ['in-force', '', false],
    ['approved', '58-о', true],
  ])
})

test('days that cannot be so are refused beside their field, all at once', async () => {
  const { id } = await garden.begun()
  const faults = async (who: typeof garden.head, step: string, given: object) =>
    (await garden.step(who, id, step, given)).json<{ errors?: { pointer: string; code: string }[] }>().errors
  expect(await faults(garden.admin, 'adopted', { number: ' ', date: '2026-09-02' })).toMatchObject([
    { pointer: '#/number', code: 'required' },
    { pointer: '#/date', code: 'future' },
  ])
  await garden.step(garden.admin, id, 'adopted', { number: '1', date: '2026-08-28' })
  await garden.step(garden.admin, id, 'heard', { number: '4', date: '2026-08-30' })
  expect(await faults(garden.head, 'approved', { number: '57-о', date: '2026-08-29' })).toMatchObject([
    { code: 'order' },
  ])
  await garden.step(garden.head, id, 'approved', { number: '57-о', date: '2026-08-31' })
  expect(await faults(garden.head, 'in-force', { date: '2028-01-01' })).toMatchObject([{ code: 'too-far' }])
  await garden.step(garden.head, id, 'in-force', { date: '2026-09-01' })
  // Mended into the future it would be in force no more.
  expect(await faults(garden.head, 'in-force', { date: '2026-09-05' })).toMatchObject([{ code: 'future' }])
})

test('two who edit at once: one wins, the other is told; the same text again is no change', async () => {
  const act = await garden.begun()
  const both = await Promise.all([
    garden.write(garden.admin, act, { title: 'Положение о Колоске' }),
    garden.write(garden.deputy, act, { title: 'Положение об использовании' }),
  ])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(codeOf(both.find(({ statusCode }) => statusCode === 409) ?? both[0])).toBe('local-act-changed')

  const now = await garden.seen(garden.admin, act.id)
  expect((await garden.write(garden.admin, now)).json()).toMatchObject({ rev: now.rev })
  expect((await garden.write(garden.admin, { ...now, rev: 1 })).statusCode).toBe(200)
  expect(codeOf(await garden.step(garden.admin, act.id, 'adopted', { number: '1', date: '2026-08-28', rev: 1 }))).toBe(
    'local-act-changed',
  )
})

test('returned with a word it is a draft again, and its steps are taken anew', async () => {
  const { id } = await garden.begun()
  expect(codeOf(await garden.giveBack(garden.admin, id))).toBe('local-act-step')
  await garden.step(garden.admin, id, 'adopted', { number: '1', date: '2026-08-28' })
  const back = await garden.giveBack(garden.admin, id)
  expect(back.json()).toMatchObject({ state: 'draft', adopted: null })
  expect(back.json<WholeLocalAct>().events.at(-1)).toMatchObject({ kind: 'returned', word: 'Уточнить сроки' })
  await garden.intoForce(id)
  expect(codeOf(await garden.giveBack(garden.head, id))).toBe('local-act-step')
})

test('a draft can be thrown away, with the act when nothing is left; what was adopted stays', async () => {
  const first = await garden.begun()
  expect((await garden.remove(garden.admin, first.id)).statusCode).toBe(200)
  expect((await garden.get(garden.admin, first.id)).statusCode).toBe(404)

  const { id, localActId } = await garden.begun('empty-order')
  await garden.intoForce(id)
  expect(codeOf(await garden.remove(garden.head, id))).toBe('local-act-not-draft')
  const second = (await garden.next(garden.admin, localActId)).json<WholeLocalAct>()
  await garden.remove(garden.admin, second.id)
  expect((await garden.seen(garden.admin, id)).state).toBe('in-force')
})

test('begun twice it is there once; an id of somebody else’s is nothing', async () => {
  const ids = { localActId: randomUUID(), editionId: randomUUID() }
  const both = await Promise.all([1, 2].map(() => garden.begin(garden.admin, 'empty-order', ids)))
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(await garden.listed(garden.admin, 'preparing')).toHaveLength(1)

  const other = await place.newGarden()
  expect((await other.begin(other.admin, 'empty-order', ids)).statusCode).toBe(404)
  expect((await garden.begin(garden.admin, 'empty-order', { ...ids, localActId: randomUUID() })).statusCode).toBe(404)
})

test('broken and endless text is refused by its field, never stored', async () => {
  const act = await garden.begun()
  const status = async (given: object) => (await garden.write(garden.admin, act, given)).statusCode
  expect(await status({ title: ' ' })).toBe(400)
  expect(await status({ title: 'а\0б' })).toBe(400)
  expect(await status({ sections: [] })).toBe(400)
  expect(await status({ sections: [{ heading: 'А', text: 'я'.repeat(20_001) }] })).toBe(400)
  expect(
    await status({ sections: Array.from({ length: 10 }, () => ({ heading: '', text: 'я'.repeat(20_000) })) }),
  ).toBe(400)
  expect(await status({ audience: 'groups' })).toBe(400)
  expect((await garden.seen(garden.admin, act.id)).rev).toBe(1)
})
