import { randomUUID } from 'node:crypto'
import type { Notice } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createNoticeWorld, DAY, type NoticeGarden } from './notice-world.ts'
import { seedOrganization } from './organization-seed.ts'

let place: Awaited<ReturnType<typeof createNoticeWorld>>
let garden: NoticeGarden
beforeAll(async () => (place = await createNoticeWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  garden = await place.newGarden()
})

const waitingCount = async (who: Parameters<NoticeGarden['boxOf']>[0]) =>
  (await who.request({ url: '/api/me/waiting' })).json<{ notices: { count: number }[] }>().notices

test('it stands before everybody it is for until they answer, with one tap, changed until the deadline', async () => {
  const admin = await garden.admin()
  const { families } = await garden.groupOf('Младшая', 'Ваня К.')
  const parent = families[0]?.parent
  if (!parent) throw new Error('No parent')
  const { id } = await garden.sent(admin, { asks: 'agree' })

  expect(await garden.titlesOf(parent)).toEqual(['Завтра собрание'])
  expect(await waitingCount(parent)).toMatchObject([{ count: 1 }])
  // Whoever sent it need not answer it.
  expect(await garden.titlesOf(admin)).toEqual([])

  await garden.answered(parent, id)
  expect(await garden.titlesOf(parent)).toEqual([])
  expect(await garden.titlesOf(parent, 'past')).toEqual(['Завтра собрание'])
  expect(await waitingCount(parent)).toEqual([])
  const [unit] = await garden.unitsOf(parent, id)
  expect((await garden.answer(parent, id, unit?.id ?? '', { choice: 1, rev: 1 })).json()).toMatchObject({
    choice: 1,
    rev: 2,
    isOwn: true,
  })

  place.time.aheadMs = 4 * DAY
  expect((await garden.answer(parent, id, unit?.id ?? '', { choice: 0, rev: 2 })).json()).toMatchObject({
    code: 'notice-over',
  })
  expect((await garden.seen(parent, id)).state).toBe('over')
})

test('sent twice at once it is there once; the same answer twice is one', async () => {
  const admin = await garden.admin()
  const parent = await garden.parent([])
  const [id, deadlineAt] = [randomUUID(), garden.inMs(DAY)]
  const sent = await Promise.all([1, 2, 3].map(() => garden.write(admin, { deadlineAt }, id)))
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(await garden.titlesOf(parent)).toEqual(['Завтра собрание'])

  const unitId = parent.accountId
  const answers = await Promise.all([1, 2, 3].map(() => garden.answer(parent, id, unitId)))
  expect(answers.map((one) => one.json<{ rev: number }>().rev)).toEqual([1, 1, 1])
})

test('for a child any guardian answers, once for both; who answers at the same time is told of the other', async () => {
  const { groupId, teacher, families } = await garden.groupOf('Младшая', 'Ваня К.')
  const [family] = families
  if (!family) throw new Error('No family')
  const father = await garden.parent([family.childId], 'папа')
  const { id } = await garden.sent(teacher, { ...garden.toGroup(groupId), asks: 'agree', per: 'child' })

  expect(await garden.unitsOf(father, id)).toMatchObject([{ id: family.childId, child: 'Ваня К.', answer: null }])
  const both = await Promise.all([
    garden.answer(family.parent, id, family.childId, { choice: 0 }),
    garden.answer(father, id, family.childId, { choice: 1 }),
  ])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'notice-answer-changed' })
  // It waits for neither of them any more, and the other one sees who answered.
  expect([await garden.titlesOf(father), await garden.titlesOf(family.parent)]).toEqual([[], []])
  const [mine] = await garden.unitsOf(father, id)
  expect(mine?.answer?.by).toBe('Имя')

  const changed = await garden.answer(father, id, family.childId, { choice: 1, rev: mine?.answer?.rev })
  expect(changed.statusCode).toBe(200)
  expect((await garden.seen(teacher, id)).progress).toEqual({ asked: 1, answered: 1, withoutApp: 0, choices: [0, 1] })
})

test('whoever is limited to fetching a child does not answer for it, nor anybody for a child of others', async () => {
  const { groupId, teacher, families } = await garden.groupOf('Младшая', 'Ваня К.', 'Соня К.')
  const [vanya, sonya] = families
  if (!vanya || !sonya) throw new Error('No families')
  const grandmother = await garden.parent([])
  await place.world.db
    .insertInto('guardianship')
    .values({ child_id: vanya.childId, membership_id: grandmother.membershipId, is_limited: true })
    .execute()
  const { id } = await garden.sent(teacher, { ...garden.toGroup(groupId), per: 'child' })

  expect((await garden.get(grandmother, id)).statusCode).toBe(404)
  expect((await garden.answer(grandmother, id, vanya.childId)).statusCode).toBe(404)
  expect((await garden.answer(vanya.parent, id, sonya.childId)).statusCode).toBe(404)
})

test('it is edited until the first answer; corrected after that it asks all again', async () => {
  const admin = await garden.admin()
  const parent = await garden.parent([])
  const { id } = await garden.sent(admin)
  const edited = (await garden.write(admin, { text: 'В 18:30', rev: 1 }, id)).json<Notice>()
  expect(edited).toMatchObject({ version: 1, rev: 2, correctedAt: null })

  await garden.answered(parent, id)
  expect((await garden.write(admin, { text: 'В 19:00', rev: 2 }, id)).json()).toMatchObject({ code: 'notice-answered' })
  expect((await garden.write(admin, { text: 'В 19:00', rev: 1, asksAgain: true }, id)).json()).toMatchObject({
    code: 'notice-changed',
  })
  // More time is not another wording.
  const later = garden.inMs(5 * DAY)
  const longer = await garden.write(admin, { text: 'В 18:30', deadlineAt: later, rev: 2 }, id)
  expect(longer.json()).toMatchObject({ version: 1, deadlineAt: later, rev: 3 })

  const corrected = await garden.write(admin, { text: 'В 19:00', deadlineAt: later, rev: 3, asksAgain: true }, id)
  expect(corrected.json()).toMatchObject({ version: 2, progress: { asked: 1, answered: 0 } })
  expect(await garden.titlesOf(parent)).toEqual(['Завтра собрание'])
  // The answer was meant for what stood there before.
  expect((await garden.answer(parent, id, parent.accountId, { version: 1 })).json()).toMatchObject({
    code: 'notice-changed',
  })
  await garden.answered(parent, id, { version: 2 })
})

test('withdrawn with a word it wants nothing more of anybody', async () => {
  const admin = await garden.admin()
  const parent = await garden.parent([])
  const { id } = await garden.sent(admin)
  expect((await garden.withdraw(admin, id)).statusCode).toBe(200)
  expect((await garden.withdraw(admin, id)).statusCode).toBe(200)
  expect((await garden.withdraw(admin, id, 'Иначе')).json()).toMatchObject({ code: 'notice-withdrawn' })
  expect(await garden.titlesOf(parent)).toEqual([])
  expect(await garden.boxOf(parent, 'past')).toMatchObject([{ state: 'withdrawn', word: 'Собрание перенесли' }])
  expect((await garden.answer(parent, id, parent.accountId)).json()).toMatchObject({ code: 'notice-withdrawn' })
})

test('a teacher sends to own groups only; at night the office alone disturbs, and the journal says why', async () => {
  const own = await garden.groupOf('Младшая')
  const other = await garden.groupOf('Старшая')
  const to = (teacher: typeof own.teacher, given: object) => garden.write(teacher, given)
  expect((await to(own.teacher, garden.toGroup(own.groupId))).statusCode).toBe(200)
  for (const given of [
    garden.toGroup(other.groupId),
    { audience: { kind: 'groups', groupIds: [own.groupId, other.groupId] } },
    { audience: { kind: 'parents' } },
    { ...garden.toGroup(own.groupId), urgency: 'health' },
  ]) {
    expect((await to(own.teacher, given)).statusCode).toBe(403)
  }
  const head = await garden.head()
  const { id } = await garden.sent(head, { urgency: 'health' })
  const entries = await place.world.db.selectFrom('audit_entry').where('subject_id', '=', id).selectAll().execute()
  expect(entries).toMatchObject([{ action: 'notice.sent-urgently', details: { kind: 'health' } }])
})

test('every bad field is named at once, and nothing is an error of ours', async () => {
  const admin = await garden.admin()
  const bad = {
    title: ' ',
    asks: 'choice',
    options: ['Да', 'Да'],
    per: 'child',
    audience: { kind: 'groups', groupIds: [] },
    deadlineAt: 'завтра',
  }
  const pointers = (await garden.write(admin, bad)).json<{ errors: { pointer: string }[] }>().errors
  expect(pointers.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['#/title', '#/audience', '#/deadlineAt']),
  )
  for (const [given, pointer, code] of [
    [{ asks: 'choice', options: ['Да', 'Да'] }, '#/options', 'options'],
    [{ per: 'child', audience: { kind: 'staff' } }, '#/per', 'no-children'],
    [{ deadlineAt: garden.inMs(-1000) }, '#/deadlineAt', 'past'],
    [{ deadlineAt: garden.inMs(400 * DAY) }, '#/deadlineAt', 'too-far'],
    [{ text: 'а'.repeat(10_000) }, '#/text', 'too-long'],
    [{ audience: { kind: 'groups', groupIds: [randomUUID()] } }, '#/audience', 'group-missing'],
  ] as const) {
    expect((await garden.write(admin, given)).json(), code).toMatchObject({ errors: [{ pointer, code }] })
  }
  const parent = await garden.parent([])
  const { id } = await garden.sent(admin)
  expect((await garden.answer(parent, id, parent.accountId, { choice: 7 })).statusCode).toBe(400)
  expect((await garden.write(admin, { title: 'ноль\0' })).statusCode).toBe(400)
})

test('an id that is taken elsewhere is nobody’s business', async () => {
  const { id } = await garden.sent(await garden.admin())
  const stranger = await seedOrganization(place.world)
  const elsewhere = await stranger.admin()
  expect((await garden.get(elsewhere, id)).statusCode).toBe(404)
  const url = `/api/organizations/${stranger.id}/notices/${id}`
  const payload = { title: 'Чужое', asks: 'read', audience: { kind: 'all' }, deadlineAt: garden.inMs(DAY), rev: 1 }
  expect((await elsewhere.request({ method: 'PUT', url, payload })).statusCode).toBe(404)
})
