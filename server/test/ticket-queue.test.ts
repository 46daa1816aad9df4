import { randomUUID } from 'node:crypto'
import type { TicketMonth, TicketPage } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectClient } from './client.ts'
import { createTicketWorld, type Garden, type Someone, type TicketWorld } from './ticket-world.ts'
import { origin } from './world.ts'

let place: TicketWorld
let garden: Garden
let operator: Someone
beforeAll(async () => (place = await createTicketWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  await place.world.db.deleteFrom('ticket_entry').execute()
  await place.world.db.deleteFrom('ticket').execute()
  garden = await place.newGarden()
  operator = await place.world.person({ isOperator: true })
})

const subjectsOf = ({ tickets }: TicketPage) => tickets.map(({ subject }) => subject)

test('whoever waits longest comes first, page by page; what waits for nobody comes latest first', async () => {
  const ids: string[] = []
  for (let n = 1; n <= 32; n += 1) {
    place.time.aheadMs += 1_000
    const asker = await garden.newParent([])
    ids.push(await garden.ask(asker, { desk: 'platform', subject: `Вопрос ${String(n)}` }))
  }
  const page = await place.operatorQueue(operator)
  expect([page.tickets.length, subjectsOf(page)[0], page.counts.new]).toEqual([30, 'Вопрос 1', 32])
  const rest = await place.operatorQueue(operator, { after: page.next ?? '' })
  expect([subjectsOf(rest), rest.next]).toEqual([['Вопрос 31', 'Вопрос 32'], null])
  for (const id of ids.slice(0, 2)) {
    place.time.aheadMs += 1_000
    await place.solve(operator, id)
  }
  expect(subjectsOf(await place.operatorQueue(operator, { side: 'solved' }))).toEqual(['Вопрос 2', 'Вопрос 1'])
  const broken = await operator.request({ url: '/api/operator/tickets', query: { after: 'x' } })
  expect(broken.statusCode).toBe(400)
})

test('found by its number, by words in any form, by a part of the name', async () => {
  const asker = await garden.newParent([], 'мама', await place.world.person({ givenName: 'Серафима' }))
  await garden.ask(asker, { desk: 'platform', subject: 'Собрание', text: 'Не слышно воспитательницу' })
  await garden.ask(garden.parent, { desk: 'platform', subject: 'Пароли', text: 'Забыла' })
  const find = async (q: string) => subjectsOf(await place.operatorQueue(operator, { q }))
  expect(await find('воспитательница')).toEqual(['Собрание'])
  expect(await find('собрания')).toEqual(['Собрание'])
  expect(await find('рафим')).toEqual(['Собрание'])
  const { number = 0 } = (await place.operatorQueue(operator)).tickets.find(({ subject }) => subject === 'Пароли') ?? {}
  expect(await find(`№ ${String(number)}`)).toEqual(['Пароли'])
  for (const hostile of ['%', '_', '\\', '"\'(&|!:*', "' or 1=1"]) expect(await find(hostile)).toEqual([])
})

test('filtered by who has it and by the organization', async () => {
  const second = await garden.newAdmin()
  const [mine, theirs] = [await garden.ask(garden.parent), await garden.ask(garden.parent)]
  await place.assign(garden.admin, mine, null, garden.admin.accountId)
  await place.assign(garden.admin, theirs, null, second.accountId)
  const ids = async (query: Record<string, string>) =>
    (await garden.queueOf(garden.admin, { side: 'in-work', ...query })).tickets.map(({ id }) => id)
  expect([await ids({}), await ids({ holder: 'me' })]).toEqual([[mine, theirs], [mine]])
  // Each is called only to what they can answer.
  expect((await place.waitingFor(second)).tickets).toEqual([{ organizationId: garden.id, count: 1 }])

  const elsewhere = await place.newGarden()
  await elsewhere.ask(elsewhere.parent, { desk: 'platform' })
  const passed = await garden.ask(garden.parent)
  await place.pass(garden.admin, passed, 'platform')
  const here = await place.operatorQueue(operator, { organizationId: garden.id })
  expect(here.tickets.map(({ id }) => id)).toEqual([passed])
  expect((await place.waitingFor(operator)).operatorTickets).toBe(2)
})

test('nobody answers their own: it is in no list of theirs but the asker’s', async () => {
  const teacher = await garden.teacher()
  const id = await garden.ask(teacher)
  await place.world.db
    .updateTable('membership')
    .where('id', '=', teacher.membershipId)
    .set({ is_admin: true })
    .execute()
  expect((await garden.queueOf(teacher)).tickets).toEqual([])
  expect(await place.look(teacher, id)).toMatchObject({ view: 'asker' })
  const given = await place.assign(garden.admin, id, null, teacher.accountId)
  expect(given.json()).toMatchObject({ errors: [{ pointer: '#/to', code: 'not-at-desk' }] })
})

test('how quickly the support answers: half of them within so long, by the month they came in', async () => {
  const minute = 60_000
  place.time.aheadMs = 0
  for (const [answeredAfter, solvedAfter] of [
    [10, 20],
    [30, 60],
    [50, 600],
  ] as const) {
    place.time.aheadMs = 0
    const id = await garden.ask(await garden.newParent([]), { desk: 'platform' })
    place.time.aheadMs = answeredAfter * minute
    await place.say(operator, id, {})
    place.time.aheadMs = solvedAfter * minute
    await place.solve(operator, id)
  }
  const asker = await garden.newParent([])
  const open = await garden.ask(asker, { desk: 'platform' })
  await place.say(operator, open, { isSolved: true })
  await place.put(asker, `/api/tickets/${open}/rating`, { stars: 4 })
  await place.say(asker, open, { text: 'Ещё вопрос' })
  const { months } = (await operator.request({ url: '/api/operator/ticket-figures' })).json<{ months: TicketMonth[] }>()
  expect(months[0]).toMatchObject({ stars: 4, rated: 1 })
  // The last one came when the clock stood ten hours ahead: perhaps in another month.
  const came = months.reduce((sum, month) => sum + month.came, 0)
  expect(came).toBe(4)
  const month = months.at(-1)
  expect(month?.solveMinutes).toBe(60)
  expect(month?.answerMinutes).toBeGreaterThanOrEqual(20)
  expect(month?.answerMinutes).toBeLessThanOrEqual(30)
})

test('the journal knows what was done, by number; not what was written past the organization', async () => {
  const past = await garden.ask(garden.parent, { desk: 'platform' })
  await place.solve(operator, past)
  const id = await garden.ask(garden.parent, { subject: 'Тайна' })
  await place.pass(garden.admin, id, 'platform', 'Тайное слово')
  const { number } = await place.look(operator, id)
  const journal = (
    await garden.admin.request({ url: `/api/organizations/${garden.id}/journal`, query: { kind: 'help' } })
  ).json<{ entries: { action: string; names: { subject: string }; details: { kind: string } }[] }>()
  expect(journal.entries.map(({ action, names }) => [action, names.subject])).toEqual([
    ['ticket.passed', String(number)],
    ['ticket.asked', String(number)],
  ])
  expect(journal.entries[0]?.details.kind).toBe('platform')
  expect(JSON.stringify(journal)).not.toMatch(/Тайн/)
})

test('screens hear of it at once: of the asker and of the desks that have had it, and of nobody else', async () => {
  const open = (who: Someone) =>
    connectClient({ url: `ws://${place.world.address()}/api/realtime`, cookie: who.cookie, origin })
  const [asker, admin, support, other] = await Promise.all(
    [garden.parent, garden.admin, operator, await garden.teacher()].map(open),
  )
  const heard = (client: typeof asker) =>
    client?.frames.filter((frame) => frame.type === 'stale' && frame.topics.includes('tickets')).length
  await expect.poll(() => [asker, admin, support, other].map((client) => client?.frames.length)).not.toContain(0)
  const id = await garden.ask(garden.parent)
  await expect.poll(() => [heard(asker), heard(admin)]).toEqual([1, 1])
  expect([heard(support), heard(other)]).toEqual([0, 0])
  await place.pass(garden.admin, id, 'platform')
  await expect.poll(() => heard(support)).toBe(1)
  expect(heard(other)).toBe(0)
  for (const client of [asker, admin, support, other]) client?.close()
})

test('an id, a word, a page of nonsense is refused and breaks nothing', async () => {
  const id = await garden.ask(garden.parent)
  const urls = [`/api/tickets/${randomUUID()}`, `/api/tickets/${id}/entries/${randomUUID()}`]
  for (const url of urls) {
    const answer = await place.put(garden.parent, url, { desk: 'platform', subject: 'a\u0000b', text: 'a\u0000b' })
    expect(answer.statusCode, answer.body).toBe(400)
  }
  expect((await place.say(garden.parent, id, { text: 'а'.repeat(9_000) })).statusCode).toBe(400)
  expect(
    (await garden.parent.request({ url: `/api/tickets/${id}`, query: { before: '99999999999' } })).statusCode,
  ).toBe(400)
  expect((await place.say(garden.parent, id, { fileIds: [randomUUID()] })).json()).toMatchObject({
    errors: [{ pointer: '#/fileIds', code: 'file-missing' }],
  })
})
