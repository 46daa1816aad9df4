import type { MessageReport, MessageReportHeader } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createReportWorld } from './report-world.ts'

let world: Awaited<ReturnType<typeof createReportWorld>>
beforeAll(async () => {
  world = await createReportWorld()
})
afterAll(() => world.close())

test('the group’s teacher and the administrators are shown it with five neighbours on each side, others nothing', async () => {
  const { admin, teacher, author, reporter, chatId } = await world.talk()
  for (let n = 1; n <= 7; n++) await world.say(reporter, chatId, `до ${String(n)}`)
  const messageId = await world.say(author, chatId, 'Вы все глупые')
  for (let n = 1; n <= 7; n++) await world.say(reporter, chatId, `после ${String(n)}`)
  expect((await world.report(reporter, chatId, messageId, { reason: 'insult', remark: 'Грубит' })).statusCode).toBe(200)
  const id = await world.idOf(messageId)

  const seen = (await world.look(admin, id)).json<MessageReport>()
  expect(seen.messages.map(({ text }) => text)).toEqual([
    ...['до 3', 'до 4', 'до 5', 'до 6', 'до 7'],
    'Вы все глупые',
    ...['после 1', 'после 2', 'после 3', 'после 4', 'после 5'],
  ])
  expect(seen).toMatchObject({ remarks: ['Грубит'], reason: 'insult', count: 1 })
  expect(JSON.stringify(seen)).not.toContain(reporter.accountId)
  expect((await world.look(teacher, id)).statusCode).toBe(200)
  for (const other of [author, reporter, await world.person(), await world.outsider()]) {
    expect((await world.look(other, id)).statusCode).toBe(404)
    expect((await world.queueOf(other)).map((one) => one.id)).not.toContain(id)
  }
})

test('a direct chat opens these messages to the administrators, and the chat stays closed to them', async () => {
  const { admin, teacher, author } = await world.talk()
  const chatId = await world.directChat(teacher, author)
  const messageId = await world.say(author, chatId, 'Переведите мне денег')
  await world.report(teacher, chatId, messageId, { reason: 'fraud' })

  const seen = (await world.look(admin, await world.idOf(messageId))).json<MessageReport>()
  expect(seen).toMatchObject({ place: { kind: 'direct', title: '' }, messages: [{ text: 'Переведите мне денег' }] })
  expect((await admin.request({ url: `/api/chats/${chatId}/messages` })).statusCode).toBe(404)
})

test('about an administrator the head decides, about the head the operator: whoever is reported never', async () => {
  const { admin, teacher, reporter } = await world.talk()
  const other = await world.person({ isAdmin: true })
  const head = await world.person({ role: 'management' })
  const operator = await world.person()
  await world.db.insertInto('operator').values({ account_id: operator.accountId }).execute()
  const staffChat = await world.chat([admin, head, teacher, reporter])
  const byAdmin = await world.say(admin, staffChat, 'Слово администратора')
  const byHead = await world.say(head, staffChat, 'Слово руководителя')
  await world.report(teacher, staffChat, byAdmin)
  await world.report(teacher, staffChat, byHead)
  const [ofAdmin, ofHead] = [await world.idOf(byAdmin), await world.idOf(byHead)]

  // As long as there is no head, the operator decides.
  expect((await world.look(operator, ofAdmin)).statusCode).toBe(200)
  await world.db.updateTable('membership').set({ is_head: true }).where('id', '=', head.membershipId).execute()
  for (const [id, decider] of [
    [ofAdmin, head],
    [ofHead, operator],
  ] as const) {
    for (const who of [admin, other, teacher, head, operator]) {
      expect((await world.look(who, id)).statusCode).toBe(who === decider ? 200 : 404)
    }
  }
  const { reports } = (await operator.request({ url: '/api/operator/message-reports' })).json<{
    reports: MessageReportHeader[]
  }>()
  expect(reports.map(({ id }) => id)).toEqual([ofHead])
  expect((await world.waitingFor(operator)).operatorReports).toBe(1)
  expect((await world.waitingFor(head)).messageReports).toEqual([{ organizationId: world.organizationId, count: 1 }])
  await world.db.updateTable('membership').set({ is_head: false }).where('id', '=', head.membershipId).execute()
})

test('deleted by a decision, it leaves the chat at once; everybody who reported it is told, once', async () => {
  const { admin, teacher, author, reporter, chatId } = await world.talk()
  const messageId = await world.say(author, chatId, 'Телефон и адрес Вани')
  const live = await reporter.connect()
  await world.report(reporter, chatId, messageId, { reason: 'personal-data' })
  await world.report(teacher, chatId, messageId, { reason: 'other', remark: 'Чужие данные' })
  expect((await world.queueOf(admin)).filter(({ author: { name } }) => name !== '').at(-1)).toMatchObject({ count: 2 })

  const id = await world.idOf(messageId)
  const done = (await world.decide(admin, id, 'deleted', 'Данные ребёнка не публикуем')).json<MessageReport>()
  expect(done).toMatchObject({ decision: { verdict: 'deleted' }, messages: [], said: [] })
  await vi.waitFor(() => {
    const changed = live.frames.flatMap((frame) => (frame.type === 'changes' ? frame.messages : []))
    expect(changed.find((one) => one.id === messageId && one.deletedAt !== null)).toMatchObject({ text: '' })
  })
  live.close()
  expect(
    (await world.db.selectFrom('message_report').select('said').where('id', '=', id).executeTakeFirst())?.said,
  ).toBe('')

  for (const who of [reporter, teacher]) {
    expect((await world.waitingFor(who)).decidedReports).toBe(1)
    expect((await world.ownOf(who))[0]).toMatchObject({
      isSeen: false,
      decision: { verdict: 'deleted', word: 'Данные ребёнка не публикуем' },
    })
    await who.request({ method: 'PUT', url: '/api/me/message-reports/seen' })
    expect((await world.waitingFor(who)).decidedReports).toBe(0)
  }
})

test('of two who decide at once one wins, and the other is told so; the same decision again changes nothing', async () => {
  const { admin, teacher, author, reporter, chatId } = await world.talk()
  const messageId = await world.say(author, chatId, 'Спорное')
  await world.report(reporter, chatId, messageId)
  const id = await world.idOf(messageId)
  const both = await Promise.all([world.decide(admin, id, 'dismissed'), world.decide(teacher, id, 'deleted')])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'message-report-decided' })

  const [winner, verdict] =
    both[0].statusCode === 200 ? ([admin, 'dismissed'] as const) : ([teacher, 'deleted'] as const)
  expect((await world.decide(winner, id, verdict)).statusCode).toBe(200)
  expect((await world.queueOf(admin, { decided: '1' })).map((one) => one.id)).toContain(id)
})

test('what the author took back or changed after the report is still shown as it was said', async () => {
  const { admin, author, reporter, chatId } = await world.talk()
  const messageId = await world.say(author, chatId, 'Обидное слово')
  await world.report(reporter, chatId, messageId)
  await author.request({ method: 'DELETE', url: `/api/chats/${chatId}/messages/${messageId}` })

  const seen = (await world.look(admin, await world.idOf(messageId))).json<MessageReport>()
  expect(seen.said).toEqual(['Обидное слово'])
  expect(seen.messages.at(-1)).toMatchObject({ isReported: true, isDeleted: true, text: '' })
})

test('one’s own, what is deleted, and what one can’t see is not reported; twice is once', async () => {
  const { author, reporter, chatId } = await world.talk()
  const messageId = await world.say(author, chatId, 'Доброе утро')
  expect((await world.report(author, chatId, messageId)).statusCode).toBe(403)
  expect((await world.report(await world.person(), chatId, messageId)).statusCode).toBe(404)
  const silent = await world.report(reporter, chatId, messageId, { reason: 'other' })
  expect(silent.json()).toMatchObject({ errors: [{ pointer: '#/remark', code: 'required' }] })
  await Promise.all([world.report(reporter, chatId, messageId), world.report(reporter, chatId, messageId)])
  expect(await world.ownOf(reporter)).toHaveLength(1)

  const gone = await world.say(author, chatId, 'Уже удалено')
  await author.request({ method: 'DELETE', url: `/api/chats/${chatId}/messages/${gone}` })
  expect((await world.report(reporter, chatId, gone)).json()).toMatchObject({ code: 'message-deleted' })
})

test('reported again after it was dismissed, it waits again', async () => {
  const { admin, teacher, author, reporter, chatId } = await world.talk()
  const messageId = await world.say(author, chatId, 'Реклама')
  await world.report(reporter, chatId, messageId)
  await world.decide(admin, await world.idOf(messageId), 'dismissed')
  await world.report(teacher, chatId, messageId)
  const waits = await world.db
    .selectFrom('message_report')
    .where('message_id', '=', messageId as never)
    .where('verdict', 'is', null)
    .select('id')
    .executeTakeFirstOrThrow()
  expect((await world.queueOf(admin)).map(({ id }) => id)).toContain(waits.id)
})

test('the journal tells who opened and decided it, once each, and never who reported it', async () => {
  const { admin, author, reporter, chatId } = await world.talk()
  const messageId = await world.say(author, chatId, 'Для журнала')
  await world.report(reporter, chatId, messageId)
  const id = await world.idOf(messageId)
  await world.look(admin, id)
  await world.look(admin, id)
  await world.decide(admin, id, 'dismissed')
  const entries = await world.db
    .selectFrom('audit_entry')
    .where('subject_id', '=', chatId)
    .where('action', 'like', 'message-report.%')
    .select(['action', 'account_id as by'])
    .orderBy('action')
    .execute()
  expect(entries).toEqual([
    { action: 'message-report.dismissed', by: admin.accountId },
    { action: 'message-report.made', by: null },
    { action: 'message-report.opened', by: admin.accountId },
  ])
})
