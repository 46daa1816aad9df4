import type {
  Broadcast,
  BroadcastMessage,
  MessageReport,
  MessageReportHeader,
  OwnMessageReport,
} from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Garden, seedGarden, spectator } from './broadcast-world.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWebinarWorld } from './webinar-world.ts'

let place: Awaited<ReturnType<typeof createWebinarWorld>>
let garden: Garden
beforeAll(async () => {
  place = await createWebinarWorld()
  garden = await seedGarden(place.world)
})
afterAll(() => place.world.close())

const inAnHour = () => new Date(place.time.at.getTime() + 3_600_000).toISOString()
type Someone = Pick<Garden['mother'], 'request'>
const say = async (who: Someone, broadcast: Broadcast, text: string) =>
  (await spectator(who).say(broadcast, text)).json<BroadcastMessage>()
const report = (who: Someone, { id }: Broadcast, message: BroadcastMessage, payload: object = { reason: 'insult' }) =>
  who.request({ method: 'PUT', url: `/api/broadcasts/${id}/chat/${message.id}/report`, payload })
const listOf = async (who: Someone, url = `/api/organizations/${garden.id}/message-reports`) =>
  (await who.request({ url })).json<{ reports: MessageReportHeader[] }>().reports
const waitsFor = async (who: Someone, title: string, url?: string) => {
  const found = (await listOf(who, url)).find((one) => one.place.title === title)
  return found?.id ?? ''
}
const look = (who: Someone, id: string) => who.request({ url: `/api/message-reports/${id}` })
const decide = (who: Someone, id: string, verdict: string, word = '') =>
  who.request({ method: 'PUT', url: `/api/message-reports/${id}/decision`, payload: { verdict, word } })
const textsFor = async (who: Someone, broadcast: Broadcast) =>
  (await spectator(who).chat(broadcast)).messages.map(({ text }) => text)

test('a line beside a broadcast is reported into the same queue, shown between its neighbours, and deleted there for all', async () => {
  const { mother, teacher, admin, head } = garden
  const broadcast = await garden.live({ title: 'Утренник', hasChat: true, plannedAt: inAnHour() })
  for (const text of ['раз', 'два', 'три', 'четыре']) await say(teacher, broadcast, text)
  await say(head, broadcast, 'Начинаем')
  await say(head, broadcast, 'Ждём гостей')
  const bad = await say(mother, broadcast, 'Телефон Ваниной мамы')
  await say(teacher, broadcast, 'после')
  await report(teacher, broadcast, bad, { reason: 'personal-data', remark: 'Чужой номер' })
  await report(teacher, broadcast, bad)

  const id = await waitsFor(admin, 'Утренник')
  // Of a broadcast for one group its teacher decides as well.
  expect(await waitsFor(teacher, 'Утренник')).toBe(id)
  const seen = (await look(admin, id)).json<MessageReport>()
  expect(seen).toMatchObject({ place: { kind: 'broadcast' }, count: 1, remarks: ['Чужой номер'], mayDecide: true })
  expect(seen.messages.map(({ text, isReported }) => [text, isReported])).toEqual([
    ...['два', 'три', 'четыре', 'Начинаем', 'Ждём гостей'].map((text) => [text, false]),
    ['Телефон Ваниной мамы', true],
    ['после', false],
  ])
  for (const other of [mother, await garden.parent([])]) expect((await look(other, id)).statusCode).toBe(404)

  expect((await decide(admin, id, 'deleted', 'Номера не пишем')).statusCode).toBe(200)
  expect(await textsFor(teacher, broadcast)).not.toContain('Телефон Ваниной мамы')
  const own = (await teacher.request({ url: '/api/me/message-reports' })).json<{ reports: OwnMessageReport[] }>()
  expect(own.reports).toMatchObject([{ decision: { verdict: 'deleted', word: 'Номера не пишем' } }])
  const entries = await place.world.db
    .selectFrom('audit_entry')
    .where('subject_id', '=', broadcast.id as never)
    .where('action', 'like', 'message-report.%')
    .select(['action', 'account_id as by'])
    .orderBy('action')
    .execute()
  expect(entries).toEqual([
    { action: 'message-report.deleted', by: admin.accountId },
    { action: 'message-report.made', by: null },
    { action: 'message-report.opened', by: admin.accountId },
  ])
})

test('whoever is reported never decides: about the office the head, about the head the operator', async () => {
  const { mother, teacher, admin, head } = garden
  const broadcast = await garden.live({ title: 'Собрание о ремонте', hasChat: true, plannedAt: inAnHour() })
  const [ofAdmin, ofHead, own] = [
    await say(admin, broadcast, 'Слово администратора'),
    await say(head, broadcast, 'Слово заведующей'),
    await say(mother, broadcast, 'Моё'),
  ]
  expect((await report(mother, broadcast, own)).statusCode).toBe(403)
  expect((await report(await garden.parent([]), broadcast, own)).statusCode).toBe(404)
  expect((await report(mother, broadcast, own, { reason: 'other' })).json()).toMatchObject({
    errors: [{ pointer: '#/remark', code: 'required' }],
  })
  await spectator(mother).remove(broadcast, own)
  expect((await report(teacher, broadcast, own)).statusCode).toBe(404)

  await report(mother, broadcast, ofAdmin)
  const byHead = await waitsFor(head, 'Собрание о ремонте')
  expect(byHead).not.toBe('')
  for (const other of [admin, teacher]) expect(await waitsFor(other, 'Собрание о ремонте')).toBe('')
  expect((await decide(head, byHead, 'dismissed')).statusCode).toBe(200)

  await report(mother, broadcast, ofHead)
  for (const other of [admin, teacher, head]) expect(await waitsFor(other, 'Собрание о ремонте')).toBe('')
  const byOperator = await waitsFor(place.operator, 'Собрание о ремонте', '/api/operator/message-reports')
  expect((await decide(place.operator, byOperator, 'deleted')).statusCode).toBe(200)
  expect(await textsFor(mother, broadcast)).toEqual(['Слово администратора'])
})

test('what is said in a webinar comes to the operator, with the name somebody registered under', async () => {
  const { id } = await place.announced({ kind: 'online', place: '' })
  const { broadcastId, title } = await place.seen(place.operator, id)
  const broadcast = { id: broadcastId } as Broadcast
  const organization = await seedOrganization(place.world)
  const [rude, reporter] = [await organization.teacher(), garden.teacher]
  await place.register(rude, id, 'Иванова Мария Сергеевна')
  await place.register(reporter, id)
  const onAir = { state: 'live' as const, started_at: place.time.at, has_chat: true }
  await place.world.db.updateTable('broadcast').where('id', '=', broadcast.id).set(onAir).execute()
  const bad = await say(rude, broadcast, 'Ерунда')
  expect((await report(reporter, broadcast, bad)).statusCode).toBe(200)

  expect(await waitsFor(garden.admin, title)).toBe('')
  const waits = await waitsFor(place.operator, title, '/api/operator/message-reports')
  const seen = (await look(place.operator, waits)).json<MessageReport>()
  expect(seen).toMatchObject({
    organizationName: '',
    author: { name: 'Иванова Мария Сергеевна' },
    messages: [{ text: 'Ерунда', isReported: true }],
  })
  expect((await decide(place.operator, waits, 'deleted')).statusCode).toBe(200)
  expect(await textsFor(reporter, broadcast)).toEqual([])
})
