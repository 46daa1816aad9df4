import { randomUUID } from 'node:crypto'
import type { AuditAction, FigureSection, Oversight, StatisticsReport, Waiting } from '@kolosok/contract'
import { sql } from 'kysely'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFigures } from './figures-seed.ts'
import { recountGroup } from './group-recount.ts'
import { recount } from './figures-recount.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

type Someone = Pick<Awaited<ReturnType<World['person']>>, 'request'>

let world: World
// The middle of a month, far from any border of a day.
const NOW = new Date('2026-11-18T09:00:00Z')
const NOVEMBER = { kind: 'month', firstDay: '2026-11-01' } as const
beforeAll(async () => {
  world = await createWorld({ clock: () => NOW })
})
afterAll(() => world.close())

async function newGarden() {
  const garden = await seedOrganization(world)
  const [admin, head, deputy] = [await garden.admin(), await garden.head(), await garden.deputy()]
  const compile = (who: Someone, given: object = NOVEMBER, id: string = randomUUID()) =>
    who.request({ method: 'PUT', url: `/api/organizations/${garden.id}/statistics-reports/${id}`, payload: given })
  const compiled = async (given: object = NOVEMBER) => (await compile(admin, given)).json<StatisticsReport>()
  const numbers = async (who: Someone) => {
    const answer = await who.request({ url: `/api/organizations/${garden.id}/statistics-reports` })
    return answer.json<{ reports: StatisticsReport[] }>().reports.map(({ number }) => number)
  }
  return { ...garden, newAdmin: () => garden.admin(), admin, head, deputy, compile, compiled, numbers }
}

type Answer = Awaited<ReturnType<Someone['request']>>
const get = (who: Someone, { id }: StatisticsReport) => who.request({ url: `/api/statistics-reports/${id}` })
const submit = (who: Someone, { id, rev }: StatisticsReport, word = '') =>
  who.request({ method: 'PUT', url: `/api/statistics-reports/${id}/submission`, payload: { rev, word } })
const decide = (who: Someone, { id, rev }: StatisticsReport, verdict: 'acknowledged' | 'returned', word = '') =>
  who.request({ method: 'PUT', url: `/api/statistics-reports/${id}/decision`, payload: { rev, verdict, word } })
const reportIn = (answer: Answer) => answer.json<StatisticsReport>()
const codeIn = (answer: Answer) => answer.json<{ code: string }>().code
const valuesIn = (sections: FigureSection[]) =>
  Object.fromEntries(sections.flatMap(({ figures }) => figures.map(({ code, value }) => [code, value])))

test('every figure equals a recount from the rows, in another way', async () => {
  const garden = await newGarden()
  const elsewhere = await newGarden()
  await seedFigures(world, garden, NOW)
  await seedFigures(world, elsewhere, NOW)

  const counted = valuesIn((await garden.compiled()).sections)

  const span = { from: new Date('2026-10-31T21:00:00Z'), until: NOW }
  expect(counted).toEqual(await recount(world.db, garden.id, span))
  // One that is nought everywhere has not been tried.
  expect(Object.entries(counted).filter(([, value]) => !value)).toEqual([])
})

test('a teacher has the figures of own groups, equal to a recount, and of no others; parents have none', async () => {
  const garden = await newGarden()
  const groupId = await seedFigures(world, garden, NOW)
  const [teacher, colleague] = [await garden.teacher({ groups: [groupId] }), await garden.teacher()]
  const ask = (who: Someone) => who.request({ url: `/api/groups/${groupId}/oversight` })
  expect((await ask(colleague)).statusCode).toBe(403)

  const { sections, months } = (await ask(teacher)).json<Oversight>()
  const counted = valuesIn(sections)
  const span = { from: new Date('2026-10-31T21:00:00Z'), until: NOW }
  expect(counted).toEqual(await recountGroup(world.db, groupId, span))
  expect(Object.entries(counted).filter(([, value]) => !value)).toEqual([])
  expect(months.at(-1)).toEqual({ month: '2026-11-01', calls: 2, broadcasts: 1, minutes: 115 })
  const all = await teacher.request({ url: `/api/organizations/${garden.id}/oversight` })
  expect(all.statusCode).toBe(403)
})

test('each figure says in words what it is', async () => {
  const garden = await newGarden()
  const { sections } = await garden.compiled()
  const silent = sections.flatMap(({ figures }) => figures.filter(({ definition }) => definition.length < 20))
  expect(silent).toEqual([])
})

test('a draft is the administrators’ own; the head sees it once it is submitted, with the figures of that moment', async () => {
  const garden = await newGarden()
  const draft = await garden.compiled()
  expect((await get(garden.head, draft)).statusCode).toBe(404)
  expect(await garden.numbers(garden.head)).toEqual([])

  const submitted = reportIn(await submit(garden.admin, draft, 'Семьи подключаются'))
  expect(submitted).toMatchObject({ number: 1, state: 'submitted', word: 'Семьи подключаются' })
  await garden.group('Новая группа')

  const seen = reportIn(await get(garden.head, submitted))
  expect(valuesIn(seen.sections)).toEqual(valuesIn(submitted.sections))
  expect(seen.abilities).toEqual({ edit: false, decide: true, remove: false })
  expect(reportIn(await get(garden.deputy, submitted)).abilities.decide).toBe(false)
})

test('returned with a word it is counted anew, keeps its number, and then is kept as it is', async () => {
  const garden = await newGarden()
  const first = reportIn(await submit(garden.admin, await garden.compiled()))
  const silent = await decide(garden.head, first, 'returned')
  expect(silent.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/word', code: 'required' }] })
  const returned = reportIn(await decide(garden.head, first, 'returned', 'Добавьте про кружки'))
  expect(returned).toMatchObject({ state: 'returned', answer: 'Добавьте про кружки' })

  await garden.group('Кружок', 'club')
  // The database has a clock of its own.
  await world.db
    .updateTable('group')
    .set({ created_at: new Date('2026-09-01') })
    .where('organization_id', '=', garden.id)
    .execute()
  const again = reportIn(await submit(garden.admin, returned, 'Добавила'))
  expect(again).toMatchObject({ number: 1, state: 'submitted' })
  expect(valuesIn(again.sections)['groups.groups']).toBe(1)
  const done = reportIn(await decide(garden.head, again, 'acknowledged'))
  expect(done.state).toBe('acknowledged')
  await expect(
    sql`update statistics_report set sections = '[]' where id = ${done.id}`.execute(world.db),
  ).rejects.toThrow('stays as it is')
  await expect(sql`delete from statistics_report where id = ${done.id}`.execute(world.db)).rejects.toThrow()
})

test('each step has its state; a step too many is told so, and a retry changes nothing', async () => {
  const garden = await newGarden()
  const draft = await garden.compiled()
  expect(codeIn(await decide(garden.head, draft, 'acknowledged'))).toBe('not-found')
  const sent = reportIn(await submit(garden.admin, draft, 'Готово'))
  expect(reportIn(await submit(garden.admin, draft, 'Готово'))).toMatchObject({ rev: sent.rev, number: sent.number })
  expect(codeIn(await submit(garden.admin, sent, 'Ещё слово'))).toBe('statistics-report-submitted')
  expect((await decide(garden.admin, sent, 'acknowledged')).statusCode).toBe(403)

  const done = reportIn(await decide(garden.head, sent, 'acknowledged'))
  expect(reportIn(await decide(garden.head, sent, 'acknowledged')).rev).toBe(done.rev)
  expect(codeIn(await decide(garden.head, done, 'returned', 'Передумала'))).toBe('statistics-report-decided')
  const gone = await garden.admin.request({ method: 'DELETE', url: `/api/statistics-reports/${done.id}` })
  expect(codeIn(gone)).toBe('statistics-report-submitted')
})

test('the head decides about what was read: another rev is refused', async () => {
  const garden = await newGarden()
  const sent = reportIn(await submit(garden.admin, await garden.compiled()))
  expect(codeIn(await decide(garden.head, { ...sent, rev: sent.rev - 1 }, 'acknowledged'))).toBe(
    'statistics-report-changed',
  )
})

test('two who compile the same period at once make one; numbers of two submitted at once differ', async () => {
  const garden = await newGarden()
  const colleague = await garden.newAdmin()
  const both = await Promise.all([garden.compile(garden.admin), garden.compile(colleague)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(both.map(codeIn)).toContain('statistics-report-exists')

  const [one, other] = [
    await garden.compiled({ kind: 'month', firstDay: '2026-10-01' }),
    await garden.compiled({ kind: 'quarter', firstDay: '2026-10-01' }),
  ]
  const sent = await Promise.all([submit(garden.admin, one), submit(colleague, other)])
  expect(sent.map((answer) => reportIn(answer).number).sort()).toEqual([1, 2])
})

test.each([
  [{ kind: 'month', firstDay: '2026-11-02' }, 'not-a-period'],
  [{ kind: 'school-year', firstDay: '2026-01-01' }, 'not-a-period'],
  [{ kind: 'month', firstDay: '2026-12-01' }, 'not-begun'],
])('a period that is none is refused: %o', async (given, code) => {
  const garden = await newGarden()
  const answer = await garden.compile(garden.admin, given)
  expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/firstDay', code }] })
})

test('it is printed and taken into a workbook, whatever stands in the word', async () => {
  const garden = await newGarden()
  const word = '=cmd|calc\u202E и слово'
  const sent = reportIn(await submit(garden.admin, await garden.compiled(), word))
  const paper = (format: string) => garden.head.request({ url: `/api/statistics-reports/${sent.id}/paper/${format}` })

  const cells = JSON.stringify(await readWorkbook((await paper('xlsx')).rawPayload))
  expect(cells).toContain('Отчёт о работе с платформой № 1')
  expect(cells).toContain('=cmd|calc')
  expect(cells).not.toContain('\u202E')

  const pdf = await getDocument({ data: new Uint8Array((await paper('pdf')).rawPayload) }).promise
  const page = await (await pdf.getPage(1)).getTextContent()
  const text = page.items.map((item) => ('str' in item ? item.str : '')).join(' ')
  expect(text).toContain('Отчёт о работе с платформой № 1')
  expect(text).toContain('Сотрудники')
})

test('the head is shown that one waits, the administrator that one came back; the journal says who did what', async () => {
  const garden = await newGarden()
  const waits = async (who: Someone) =>
    (await who.request({ url: '/api/me/waiting' })).json<Waiting>().statisticsReports
  const sent = reportIn(await submit(garden.admin, await garden.compiled()))
  expect(await waits(garden.head)).toEqual([{ organizationId: garden.id, count: 1 }])
  expect(await waits(garden.admin)).toEqual([])
  await decide(garden.head, sent, 'returned', 'Уточните')
  expect(await waits(garden.head)).toEqual([])
  expect(await waits(garden.admin)).toEqual([{ organizationId: garden.id, count: 1 }])

  const entries = await world.db.selectFrom('audit_entry').where('subject_id', '=', sent.id).select('action').execute()
  const actions: AuditAction[] = [
    'statistics-report.compiled',
    'statistics-report.submitted',
    'statistics-report.returned',
  ]
  expect(entries.map(({ action }) => action).sort()).toEqual([...actions].sort())
})

test('the overview holds this month beside the one before, and a year of remote events', async () => {
  const garden = await newGarden()
  await seedFigures(world, garden, NOW)
  const answer = await garden.head.request({ url: `/api/organizations/${garden.id}/oversight` })
  const { sections, months, ...days } = answer.json<Oversight>()

  expect(days).toEqual({ month: '2026-11-01', previousMonth: '2026-10-01' })
  const calls = sections.flatMap(({ figures }) => figures).find(({ code }) => code === 'calls.calls')
  expect(calls).toMatchObject({ value: 2, before: 1 })
  expect(months).toHaveLength(12)
  expect(months.slice(-2)).toEqual([
    { month: '2026-10-01', calls: 1, broadcasts: 1, minutes: 80 },
    { month: '2026-11-01', calls: 2, broadcasts: 2, minutes: 140 },
  ])
})
