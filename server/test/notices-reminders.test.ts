import { randomUUID } from 'node:crypto'
import { minuteOfWeek, type NoticeReceiver } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTasks } from '../src/tasks.ts'
import { createNoticeWorld, DAY, HOUR, MINUTE, type NoticeGarden } from './notice-world.ts'

let place: Awaited<ReturnType<typeof createNoticeWorld>>
let garden: NoticeGarden
beforeAll(async () => (place = await createNoticeWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  await place.world.hurryJobs()
  place.outbox.messages.length = 0
  garden = await place.newGarden()
})

async function reachable() {
  const parent = await garden.parent([])
  const email = `${randomUUID()}@example.test`
  await place.world.db.updateTable('account').where('id', '=', parent.accountId).set({ email }).execute()
  return { parent, email }
}
const lettersTo = (email: string) =>
  place.outbox.messages.filter(({ to }) => to === email).map(({ subject }) => subject)

test('reminded by hand those see it again who have not answered; not too often, and a retry is none', async () => {
  const admin = await garden.admin()
  const [slow, quick] = [await reachable(), await reachable()]
  const { id } = await garden.sent(admin)
  await garden.answered(quick.parent, id)
  const reminderId = randomUUID()
  expect((await garden.remind(admin, id, { isMailed: true }, reminderId)).json()).toEqual({ reminded: 1 })
  expect((await garden.remind(admin, id, { isMailed: true }, reminderId)).json()).toEqual({ reminded: 0 })
  expect((await garden.remind(admin, id)).json()).toMatchObject({ code: 'notice-reminded' })
  await place.world.runJobs()

  expect(await garden.boxOf(slow.parent)).toMatchObject([{ isReminded: true }])
  expect(await garden.boxOf(quick.parent, 'past')).toMatchObject([{ isReminded: false }])
  expect(lettersTo(slow.email)).toEqual(['Напоминание: Завтра собрание'])
  expect(lettersTo(quick.email)).toEqual([])

  place.time.aheadMs = 5 * HOUR
  expect((await garden.remind(admin, id)).statusCode).toBe(200)
})

test('a family without the app is not called reminded: only paper reaches it', async () => {
  const { groupId, teacher } = await garden.groupOf('Младшая', 'Ваня Кузнецов')
  await garden.child('Лев Уткин', groupId)
  const { id } = await garden.sent(teacher, { ...garden.toGroup(groupId), per: 'child' })
  expect((await garden.remind(teacher, id)).json()).toEqual({ reminded: 1 })
  const { receivers } = (await garden.receivers(teacher, id)).json<{ receivers: NoticeReceiver[] }>()
  const reminded = receivers.filter(({ remindedAt }) => remindedAt !== null).map(({ name }) => name)
  expect(reminded).toEqual(['Ваня Кузнецов'])
})

test('by letter besides it goes once to each address, and names no child', async () => {
  const { groupId, teacher, families } = await garden.groupOf('Младшая', 'Ваня Кузнецов')
  const email = `${randomUUID()}@example.test`
  const accountId = families[0]?.parent.accountId
  if (!accountId) throw new Error('No parent')
  await place.world.db.updateTable('account').where('id', '=', accountId).set({ email }).execute()
  const { id } = await garden.sent(teacher, { ...garden.toGroup(groupId), per: 'child', isMailed: true })
  await place.world.hurryJobs()
  await place.world.hurryJobs()

  expect(lettersTo(email)).toEqual(['Завтра собрание'])
  const { text } = place.outbox.lastTo(email)
  expect(text).toContain(`/notices/${id}`)
  expect(text).not.toContain('Ваня')
  expect((await garden.seen(teacher, id)).following?.letters).toEqual({ sent: 1, waiting: 0, failed: 0 })
})

test('when the deadline is near it reminds by itself, once, those who have not answered', async () => {
  const admin = await garden.admin()
  const [slow, quick] = [await reachable(), await reachable()]
  const { id } = await garden.sent(admin, { isMailed: true })
  await garden.answered(quick.parent, id)
  await place.world.runJobs()
  place.outbox.messages.length = 0

  // Too early, however often the queue is hurried.
  await place.world.hurryJobs()
  expect(lettersTo(slow.email)).toEqual([])
  const { id: later } = await garden.sent(admin, {
    title: 'Ещё одно',
    isMailed: true,
    deadlineAt: garden.inMs(3 * DAY),
  })
  place.time.aheadMs = 2 * DAY + MINUTE
  await place.world.hurryJobs()
  await place.world.hurryJobs()
  expect(lettersTo(slow.email)).toContain('Напоминание: Ещё одно')
  expect(lettersTo(slow.email).filter((subject) => subject === 'Напоминание: Ещё одно')).toHaveLength(1)
  expect((await garden.boxOf(slow.parent)).find((notice) => notice.id === later)?.isReminded).toBe(true)
})

test('letters wait for the end of quiet hours, unless it is urgent', async () => {
  const admin = await garden.admin()
  const { email } = await reachable()
  // Today and tomorrow, whatever day it is when this runs.
  const today = Math.floor(minuteOfWeek('Europe/Moscow', place.now()) / (24 * 60)) + 1
  const wholeDays = [today, (today % 7) + 1]
  await place.world.db
    .updateTable('organization')
    .where('id', '=', garden.id)
    .set({ quiet_hours: JSON.stringify({ from: '22:00', until: '07:00', wholeDays }) as never })
    .execute()
  await garden.sent(admin, { title: 'Подождёт', isMailed: true })
  await garden.sent(admin, { title: 'Трубу прорвало', isMailed: true, urgency: 'closing' })
  await place.world.runJobs()
  expect(lettersTo(email)).toEqual(['Срочно: Трубу прорвало'])
})

test('another deadline has another reminder; what is withdrawn has none', async () => {
  const admin = await garden.admin()
  const { parent, email } = await reachable()
  const { id } = await garden.sent(admin, { isMailed: true, deadlineAt: garden.inMs(3 * DAY) })
  await garden.write(admin, { isMailed: true, deadlineAt: garden.inMs(10 * DAY), rev: 1 }, id)
  const gone = await garden.sent(admin, { title: 'Отменено', isMailed: true, deadlineAt: garden.inMs(3 * DAY) })
  await garden.withdraw(admin, gone.id)
  await place.world.runJobs()
  place.outbox.messages.length = 0

  place.time.aheadMs = 2.5 * DAY
  await place.world.runJobs()
  expect(lettersTo(email)).toEqual([])
  expect(await garden.boxOf(parent)).toMatchObject([{ isReminded: false }])
})

test('a letter that fails is tried again later, and refused for good it is counted', async () => {
  const admin = await garden.admin()
  const { parent, email } = await reachable()
  const { id } = await garden.sent(admin, { isMailed: true })
  await place.world.db.updateTable('notice_letter').where('address', '=', email).set({ state: 'sending' }).execute()
  // As a killed server leaves it: nobody knows whether it went out, so it does not go twice.
  await garden.remind(admin, id, { isMailed: true })
  await place.world.hurryJobs()
  expect((await garden.seen(admin, id)).following?.letters).toEqual({ sent: 1, waiting: 0, failed: 1 })
  expect(await garden.titlesOf(parent)).toEqual(['Завтра собрание'])
})

test('addresses of letters are forgotten a month after the deadline', async () => {
  const admin = await garden.admin()
  await reachable()
  const { id } = await garden.sent(admin, { isMailed: true })
  const addresses = () =>
    place.world.db.selectFrom('notice_letter').where('notice_id', '=', id).select('address').execute()
  const forget = () => createTasks(place.world.context)['forget-notice-addresses']?.run({})
  await forget()
  expect(await addresses()).toHaveLength(1)
  place.time.aheadMs = 34 * DAY
  await forget()
  expect(await addresses()).toEqual([])
})
