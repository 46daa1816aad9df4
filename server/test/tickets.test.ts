import { randomUUID } from 'node:crypto'
import type { Ticket } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTicketWorld, type Garden, type Someone, type TicketWorld } from './ticket-world.ts'
import { readTestData, upload } from './upload.ts'

let place: TicketWorld
let garden: Garden
let operator: Someone
beforeAll(async () => (place = await createTicketWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  garden = await place.newGarden()
  operator = await place.world.person({ isOperator: true, givenName: 'Олег' })
})

const kindsOf = ({ entries }: Ticket) => entries.map(({ kind }) => kind)
const textsOf = ({ entries }: Ticket) => entries.map(({ text }) => text).filter((text) => text !== '')

test('a parent asks the administrator, is answered, sees that it is new, and thinks it settled', async () => {
  const { parent, admin } = garden
  const id = await garden.ask(parent)
  expect((await place.waitingFor(admin)).tickets).toEqual([{ organizationId: garden.id, count: 1 }])
  expect((await garden.queueOf(admin)).tickets).toMatchObject([{ id, state: 'new', askerName: 'Имя' }])

  await place.say(admin, id, { text: 'Вернула вас в группу' })
  expect(await place.ownOf(parent)).toMatchObject([{ id, state: 'waiting', isUnread: true }])
  expect(await place.waitingFor(parent)).toMatchObject({ answers: 1 })
  expect((await place.waitingFor(admin)).tickets).toEqual([])

  const seen = await place.look(parent, id)
  expect(textsOf(seen)).toEqual(['Вчера был, сегодня пропал.', 'Вернула вас в группу'])
  await place.put(parent, `/api/tickets/${id}/read`, { seq: seen.lastSeq })
  expect(await place.waitingFor(parent)).toMatchObject({ answers: 0 })

  expect((await place.solve(parent, id)).json()).toMatchObject({ state: 'solved' })
  await place.put(parent, `/api/tickets/${id}/rating`, { stars: 5, word: 'Быстро!' })
  expect(await place.look(admin, id)).toMatchObject({ rating: { stars: 5, word: 'Быстро!' } })
})

test('a word of the asker opens again what was settled, for whoever had it', async () => {
  const { parent, admin } = garden
  const id = await garden.ask(parent)
  await place.say(admin, id, { text: 'Готово', isSolved: true })
  expect(await place.ownOf(parent)).toMatchObject([{ state: 'solved' }])
  await place.say(parent, id, { text: 'Опять пропал' })
  const ticket = await place.look(admin, id)
  expect(ticket).toMatchObject({ state: 'in-work', assignee: { accountId: admin.accountId } })
  expect(kindsOf(ticket)).toEqual(['message', 'message', 'solved', 'reopened', 'message'])
})

test('what is written to the platform is hidden from the administrators, until it has been at their desk', async () => {
  const { parent, admin } = garden
  const id = await garden.ask(parent, { desk: 'platform' })
  expect(await place.statusFor(admin, id)).toBe(404)
  expect((await place.pass(operator, id, 'organization')).json()).toMatchObject({ code: 'ticket-stays' })
  expect((await garden.queueOf(admin)).tickets).toEqual([])
  expect(await place.statusFor(operator, id)).toBe(200)

  const theirs = await garden.ask(parent)
  expect(await place.statusFor(operator, theirs)).toBe(404)
})

test('an administrator passes it on with all that was said; the support answers, and gives it back', async () => {
  const { parent, admin } = garden
  const id = await garden.ask(parent)
  await place.say(admin, id, { kind: 'note', text: 'Похоже на сбой' })
  const passed = (await place.pass(admin, id, 'platform', 'Сбой у вас?')).json<Ticket>()
  expect(passed).toMatchObject({ desk: 'platform', state: 'new', assignee: null, abilities: { reply: false } })
  expect((await place.say(admin, id, { text: 'И ещё' })).json()).toMatchObject({ code: 'ticket-elsewhere' })
  expect((await garden.queueOf(admin, { side: 'passed' })).tickets).toMatchObject([{ id }])

  const seen = await place.look(operator, id)
  expect(textsOf(seen)).toEqual(['Вчера был, сегодня пропал.', 'Похоже на сбой', 'Сбой у вас?'])
  await place.say(operator, id, { text: 'Починили' })
  const [, , answer] = (await place.look(parent, id)).entries
  expect(answer).toMatchObject({ text: 'Починили', side: 'platform', author: '' })

  await place.pass(operator, id, 'organization', 'Дальше вы')
  expect(await place.look(admin, id)).toMatchObject({ desk: 'organization', state: 'new', abilities: { reply: true } })
  expect((await place.operatorQueue(operator, { side: 'passed' })).tickets).toMatchObject([{ id }])
})

test('nothing internal reaches the asker: no note, no file of it, no word of a passing, no trace in any number', async () => {
  const { parent, admin } = garden
  const id = await garden.ask(parent)
  const { fileId } = await upload(admin, 'приказ.pdf', await readTestData('order.pdf'))
  await place.say(admin, id, { kind: 'note', text: 'Только для нас', fileIds: [fileId] })
  await place.assign(admin, id, null, admin.accountId)
  await place.pass(admin, id, 'platform', 'Мама сердится')
  await place.say(operator, id, { text: 'Ответ' })

  const seen = await place.look(parent, id)
  expect(kindsOf(seen)).toEqual(['message', 'passed', 'message'])
  expect(seen.entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(seen).toMatchObject({ assignee: null, lastSeq: 3, colleagues: [], page: '' })
  expect(JSON.stringify(seen)).not.toMatch(/Только для нас|Мама сердится|приказ/)
  expect((await parent.request({ url: `/api/files/${fileId}/content` })).statusCode).toBe(404)
  expect((await operator.request({ url: `/api/files/${fileId}/content` })).statusCode).toBe(200)
})

test('a file goes with the ticket: to whoever may see it, and to nobody else', async () => {
  const { parent, admin } = garden
  const { fileId } = await upload(parent, 'экран.pdf', await readTestData('order.pdf'))
  const id = await garden.ask(parent, { fileIds: [fileId] })
  const get = async (who: Someone) => (await who.request({ url: `/api/files/${fileId}/content` })).statusCode
  expect([await get(parent), await get(admin), await get(operator)]).toEqual([200, 200, 404])
  await place.pass(admin, id, 'platform')
  expect(await get(operator)).toBe(200)
})

test('of two who take it at once one has it, the other is told who', async () => {
  const { parent, admin } = garden
  const second = await garden.newAdmin(await place.world.person({ givenName: 'Вера' }))
  const id = await garden.ask(parent)
  const answers = await Promise.all([
    place.assign(admin, id, null, admin.accountId),
    place.assign(second, id, null, second.accountId),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const [winner, loser] = answers[0].statusCode === 200 ? [admin, second] : [second, admin]
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'ticket-taken' })
  expect((await place.say(loser, id, { text: 'И я' })).json()).toMatchObject({ code: 'ticket-taken' })
  // Taken over by asking for it as it stands.
  expect((await place.assign(loser, id, winner.accountId, loser.accountId)).statusCode).toBe(200)
  expect((await place.say(loser, id, { text: 'Теперь я' })).statusCode).toBe(200)
})

test('of two who answer at once only one does', async () => {
  const { parent, admin } = garden
  const second = await garden.newAdmin()
  const id = await garden.ask(parent)
  const answers = await Promise.all([place.say(admin, id, {}), place.say(second, id, {})])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(kindsOf(await place.look(parent, id))).toEqual(['message', 'message'])
})

test('whoever is administrator no more holds nothing, and sees nothing of it', async () => {
  const { parent, admin } = garden
  const second = await garden.newAdmin()
  const id = await garden.ask(parent)
  await place.assign(admin, id, null, second.accountId)
  await place.world.db
    .updateTable('membership')
    .where('id', '=', second.membershipId)
    .set({ is_admin: false })
    .execute()
  expect(await place.look(admin, id)).toMatchObject({ assignee: null })
  expect(await place.statusFor(second, id)).toBe(404)
  expect((await garden.queueOf(admin, { side: 'in-work', holder: 'nobody' })).tickets).toMatchObject([{ id }])
  expect((await place.say(admin, id, {})).statusCode).toBe(200)
})

test('sent twice, at once or after a lost answer, it is asked and said once', async () => {
  const { parent, admin } = garden
  const [id, entryId] = [randomUUID(), randomUUID()]
  const asked = await Promise.all([garden.tryToAsk(parent, {}, id), garden.tryToAsk(parent, {}, id)])
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  for (let time = 0; time < 2; time += 1) await place.say(admin, id, { text: 'Раз' }, entryId)
  expect(kindsOf(await place.look(parent, id))).toEqual(['message', 'message'])
  // Another's id is nobody's business.
  expect((await place.say(parent, id, {}, entryId)).statusCode).toBe(404)
  expect((await garden.tryToAsk(await garden.newParent([]), {}, id)).statusCode).toBe(404)
})

test('pages go back through a long conversation, each side by its own count', async () => {
  const { parent, admin } = garden
  const id = await garden.ask(parent)
  for (let n = 1; n <= 60; n += 1) {
    await place.say(admin, id, { kind: n % 2 === 0 ? 'note' : 'message', text: `Слово ${String(n)}` })
  }
  const last = await place.look(admin, id)
  expect([last.entries.length, last.entries.at(-1)?.text]).toEqual([50, 'Слово 60'])
  const first = await place.look(admin, id, { before: String(last.earlier) })
  expect([first.entries.length, first.earlier]).toEqual([11, null])
  const ofParent = await place.look(parent, id)
  expect([ofParent.entries.length, ofParent.earlier]).toEqual([31, null])
})
