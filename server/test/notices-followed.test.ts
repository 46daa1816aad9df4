import type { NoticeReceiver } from '@kolosok/contract'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createNoticeWorld, DAY, type NoticeGarden, readPdf } from './notice-world.ts'
import { nameAccount } from './organization-seed.ts'
import { restructure, seedChild, seedGuardian } from './structure-seed.ts'

let place: Awaited<ReturnType<typeof createNoticeWorld>>
let garden: NoticeGarden
beforeAll(async () => (place = await createNoticeWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  garden = await place.newGarden()
})

test('who sent it sees how far it has come, by group, and who has not answered yet', async () => {
  const admin = await garden.admin()
  const small = await garden.groupOf('Младшая', 'Ваня К.', 'Соня К.')
  const large = await garden.groupOf('Старшая', 'Оля П.')
  const { id } = await garden.sent(admin, { audience: { kind: 'parents' }, asks: 'agree', per: 'child' })
  const vanya = small.families[0]
  if (!vanya) throw new Error('No family')
  await garden.answered(vanya.parent, id)

  const seen = await garden.seen(admin, id)
  expect(seen.progress).toEqual({ asked: 3, answered: 1, withoutApp: 0, choices: [1, 0] })
  expect(seen.following?.groups).toEqual([
    { id: small.groupId, name: 'Младшая', asked: 2, answered: 1, withoutApp: 0 },
    { id: large.groupId, name: 'Старшая', asked: 1, answered: 0, withoutApp: 0 },
  ])
  expect(await garden.namesOf(admin, id)).toEqual(['Оля П.', 'Соня К.'])
  expect(await garden.namesOf(admin, id, { state: 'answered' })).toEqual(['Ваня К.'])
  expect(await garden.namesOf(admin, id, { groupId: small.groupId })).toEqual(['Соня К.'])
})

test('a teacher of one group sees that group’s; a parent never sees anybody but themselves', async () => {
  const admin = await garden.admin()
  const small = await garden.groupOf('Младшая', 'Ваня К.')
  const large = await garden.groupOf('Старшая', 'Оля П.')
  const { id } = await garden.sent(admin, { audience: { kind: 'parents' }, per: 'child' })

  expect(await garden.namesOf(small.teacher, id)).toEqual(['Ваня К.'])
  expect(await garden.namesOf(small.teacher, id, { groupId: large.groupId })).toEqual([])
  const seen = await garden.seen(small.teacher, id)
  expect(seen).toMatchObject({ progress: { asked: 1 }, mayChange: false, following: { groups: [{ name: 'Младшая' }] } })
  const olya = large.families[0]?.childId ?? ''
  expect((await garden.answer(small.teacher, id, olya, { isOnPaper: true })).statusCode).toBe(404)

  const parent = small.families[0]?.parent
  if (!parent) throw new Error('No parent')
  const shown = await garden.get(parent, id)
  expect(shown.json()).toMatchObject({ progress: null, following: null })
  expect(shown.body).not.toContain('Оля')
  expect(shown.body).not.toContain(olya)
  expect((await garden.receivers(parent, id)).statusCode).toBe(403)
  for (const file of ['register.pdf', 'register.xlsx', 'slips.pdf']) {
    expect((await garden.paper(parent, id, file)).statusCode).toBe(403)
  }
})

test('whoever comes later gets what is open, and nothing that is over; whoever leaves stays in the register only', async () => {
  const { groupId, teacher, families } = await garden.groupOf('Младшая', 'Ваня К.')
  const { id } = await garden.sent(teacher, garden.toGroup(groupId))
  const [over, vanya] = [await garden.sent(teacher, { ...garden.toGroup(groupId), title: 'Уже было' }), families[0]]
  if (!vanya) throw new Error('No family')
  await place.world.db
    .updateTable('notice')
    .where('id', '=', over.id)
    .set({ deadline_at: new Date(Date.now() - 1000) })
    .execute()

  const newcomer = await garden.parent([])
  const world = { db: place.world.db, bus: place.world.bus, organizationId: garden.id }
  await restructure(world, teacher, [groupId], async (tx) => {
    const childId = await seedChild({ db: tx }, garden.id, groupId)
    await seedGuardian({ db: tx }, childId, newcomer.membershipId)
  })
  expect(await garden.titlesOf(newcomer)).toEqual(['Завтра собрание'])
  expect(await garden.titlesOf(newcomer, 'past')).toEqual([])
  expect((await garden.get(newcomer, over.id)).statusCode).toBe(404)

  await restructure(world, teacher, [groupId], (tx) =>
    tx.updateTable('group_child').where('child_id', '=', vanya.childId).set({ until_at: new Date() }).execute(),
  )
  // At once, before any job has run.
  expect((await garden.get(vanya.parent, id)).statusCode).toBe(404)
})

test('the structure’s own changes are written down by a job, once', async () => {
  const admin = await garden.admin()
  const { groupId, teacher, families } = await garden.groupOf('Младшая', 'Ваня К.')
  const vanya = families[0]
  if (!vanya) throw new Error('No family')
  const { id } = await garden.sent(admin, { ...garden.toGroup(groupId), per: 'child' })
  const added = await admin.request({
    method: 'POST',
    url: `/api/groups/${groupId}/children`,
    payload: { children: [{ id: crypto.randomUUID(), name: 'Лев У.' }] },
  })
  expect(added.statusCode, added.body).toBe(200)
  await place.world.runJobs()
  expect(await garden.seen(teacher, id)).toMatchObject({
    progress: { asked: 2, withoutApp: 1 },
    following: { groups: [{ asked: 2, withoutApp: 1 }] },
  })
  expect(await garden.namesOf(admin, id, { state: 'without-app' })).toEqual(['Лев У.'])

  await garden.answered(vanya.parent, id)
  const gone = await admin.request({ method: 'DELETE', url: `/api/groups/${groupId}/children/${vanya.childId}` })
  expect(gone.statusCode, gone.body).toBe(200)
  await place.world.runJobs()
  expect((await garden.seen(admin, id)).progress).toMatchObject({ asked: 1, answered: 0 })
  expect(await garden.namesOf(admin, id, { state: 'left' })).toEqual(['Ваня К.'])
  const rows = await readSheet((await garden.paper(admin, id, 'register.xlsx')).rawPayload)
  expect(rows.some((row) => row[1] === 'Ваня К.' && String(row[6]).startsWith('выбыл(а)'))).toBe(true)
})

test('a family without the app gets a slip, and what it brings back counts', async () => {
  const { groupId, teacher } = await garden.groupOf('Младшая', 'Ваня К.')
  const paperChild = await garden.child('Лев У.', groupId)
  const { id } = await garden.sent(teacher, { ...garden.toGroup(groupId), asks: 'agree' })
  expect((await garden.seen(teacher, id)).progress).toMatchObject({ asked: 2, withoutApp: 1 })

  const [page, ...more] = await readPdf((await garden.paper(teacher, id, 'slips.pdf')).rawPayload)
  expect(more).toEqual([])
  expect(page).toContain('Лев У.')
  expect(page).toContain('Не согласен(на)')
  expect(page).not.toContain('Ваня')

  await nameAccount(place.world, teacher.accountId, ['Лебедева', 'Мария', 'Сергеевна'])
  const register = (await readSheet((await garden.paper(teacher, id, 'register.xlsx')).rawPayload)).flat().join('\n')
  expect(register).toMatch(/^Ответы$/m)
  expect(register).toContain('Отправил(а): Лебедева Мария Сергеевна.')
  expect(register).toContain('Время московское.')

  place.time.aheadMs = 4 * DAY
  const entered = await garden.answer(teacher, id, paperChild, { choice: 1, isOnPaper: true })
  expect(entered.json()).toMatchObject({ choice: 1, isOnPaper: true })
  expect((await garden.seen(teacher, id)).progress).toMatchObject({ answered: 1, choices: [0, 1], withoutApp: 0 })
})

test('names that pretend to be formulas or turn lines round stay names, in a workbook and on paper', async () => {
  const admin = await garden.admin()
  const long = 'Я'.repeat(200)
  const hostile = ['=cmd|\u0027/c calc\u0027!A1', '\u202eнавИ', '@SUM(A1)', long]
  const parents = []
  for (const name of hostile) {
    const parent = await garden.parent([])
    await nameAccount(place.world, parent.accountId, [name, 'Имя'])
    parents.push(parent)
  }
  const title = '=HYPERLINK("http://зло")'
  const { id } = await garden.sent(admin, { title, text: '+1\n\u202dдва', audience: { kind: 'parents' } })
  if (parents[0]) await garden.answered(parents[0], id)

  const xlsx = await garden.paper(admin, id, 'register.xlsx')
  expect(xlsx.headers['content-disposition']).toContain('attachment')
  const rows = await readSheet(xlsx.rawPayload)
  const names = rows.map((row) => row[1]).filter((cell) => typeof cell === 'string')
  expect(names).toContain("=cmd|'/c calc'!A1 Имя")
  expect(names).toContain('навИ Имя')
  const answeredRow = rows.find((row) => row[1] === "=cmd|'/c calc'!A1 Имя")
  expect(answeredRow?.[3]).toBe('Ознакомлен(а)')
  expect(answeredRow?.[5]).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/)

  const pages = await readPdf((await garden.paper(admin, id, 'register.pdf')).rawPayload)
  expect(pages.join(' ')).toContain("=cmd|'/c calc'!A1")
  expect(pages.join(' ')).toContain('Ответили 1 из 4')
  expect(pages.join('')).not.toMatch(/[\u202a-\u202e]/)
  expect((await readPdf((await garden.paper(admin, id, 'slips.pdf', { to: 'waiting' })).rawPayload)).length).toBe(1)
})

test('a long list comes by pages, each name once', async () => {
  const admin = await garden.admin()
  for (let number = 0; number < 120; number++) await garden.parent([])
  const { id } = await garden.sent(admin, { audience: { kind: 'parents' } })
  const first = (await garden.receivers(admin, id)).json<{ receivers: NoticeReceiver[]; next: string }>()
  const second = (await garden.receivers(admin, id, { after: first.next })).json<{
    receivers: NoticeReceiver[]
    next: null
  }>()
  expect([first.receivers.length, second.receivers.length, second.next]).toEqual([100, 20, null])
  expect(new Set([...first.receivers, ...second.receivers].map(({ id: unit }) => unit)).size).toBe(120)
})

test('what it said before it was changed is there for those who look after it, with how many answered to that', async () => {
  const admin = await garden.admin()
  const [family] = (await garden.groupOf('Младшая', 'Ваня К.')).families
  if (!family) throw new Error('No family')
  const { parent } = family
  const notice = await garden.sent(admin, { title: 'Завтра собрание', text: 'В 18:00' })
  await garden.answered(parent, notice.id)
  const later = { title: 'Завтра собрание', text: 'В 17:00', deadlineAt: notice.deadlineAt, rev: 1, asksAgain: true }
  expect((await garden.write(admin, later, notice.id)).statusCode).toBe(200)
  await garden.write(admin, { ...later, rev: 2, audience: { kind: 'parents' } }, notice.id)

  const { following } = await garden.seen(admin, notice.id)
  expect(following?.wordings).toMatchObject([{ title: 'Завтра собрание', text: 'В 18:00', files: [], answers: 1 }])
  expect((await garden.seen(parent, notice.id)).following).toBeNull()
})

test('one author sends twenty in a day, and not one more, however many at once; another author still may', async () => {
  const admin = await garden.admin()
  for (let n = 0; n < 19; n += 1) expect((await garden.write(admin)).statusCode).toBe(200)
  const answers = await Promise.all(Array.from({ length: 4 }, () => garden.write(admin)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'too-many-notices' })
  expect((await garden.write(await garden.admin())).statusCode).toBe(200)
})
