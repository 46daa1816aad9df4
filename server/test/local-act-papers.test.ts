import { randomUUID } from 'node:crypto'
import { localActTemplate, type Notice, type WholeLocalAct } from '@kolosok/contract'
import mammoth from 'mammoth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLocalActWorld, type LocalActGarden } from './local-act-world.ts'
import { readPdf } from './notice-world.ts'
import { nameAccount } from './organization-seed.ts'

let place: Awaited<ReturnType<typeof createLocalActWorld>>
let garden: LocalActGarden
beforeAll(async () => (place = await createLocalActWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  garden = await place.newGarden()
})

/** As Word would read it. */
const wordsOf = async (id: string, who = garden.admin) =>
  (await mammoth.extractRawText({ buffer: (await garden.paper(who, id, 'docx')).rawPayload })).value
const pagesOf = async (id: string, who = garden.admin) =>
  (await readPdf((await garden.paper(who, id, 'pdf')).rawPayload)).join(' ').replace(/\s+/g, ' ')

test('a draft is printed with lines to write on, an act in force with what was written there', async () => {
  const { id } = await garden.begun()
  expect(await wordsOf(id)).toContain('протокол от «____» ______________ 20___ г. № ________')

  await garden.intoForce(id)
  const words = await wordsOf(id, garden.parent)
  for (const said of [
    'ПРИНЯТО',
    'протокол от 28 августа 2026 г. № 1',
    'приказом заведующего',
    'от 31 августа 2026 г. № 57-о',
    'А. П. Иванова',
    '1. Общие положения',
    'Редакция 1. Действует с 1 сентября 2026 г.',
  ]) {
    expect(words).toContain(said)
  }
  expect(await pagesOf(id, garden.parent)).toContain('от 31 августа 2026 г. № 57-о')
})

test.each(localActTemplate.options)('%s opens as DOCX and as PDF', async (template) => {
  const { id, title } = await garden.begun(template)
  expect(await wordsOf(id)).toContain(title)
  expect(await pagesOf(id)).toContain('ИНН 7707083893')
})

test('hostile, turned, endless and missing names are harmless', async () => {
  const name = `МБДОУ "<w:p>&{head}" \u202E=cmd|' /C calc'!A0 ${'Я'.repeat(200)}`
  await place.world.db
    .updateTable('organization')
    .where('id', '=', garden.id)
    .set({ name, head_name: '', address: '', inn: '' })
    .execute()
  const act = await garden.begun('parent-consent')
  expect(act.sections[0]?.text).toContain('ИНН ____________________')
  const sections = [{ heading: '<b>\u202Eжирный</b>', text: '- один\n- два\n\u0007абзац {name}\n\n=1+1' }]
  expect((await garden.write(garden.admin, act, { sections, title: `a\u202Eб${'ж'.repeat(298)}` })).statusCode).toBe(
    200,
  )

  for (const words of [await wordsOf(act.id), await pagesOf(act.id)]) {
    expect(words.replace(/\s/g, '')).toContain(`"<w:p>&{head}"=cmd|'/Ccalc'!A0${'Я'.repeat(200)}`)
    expect(words).toContain('____________________')
    expect(words).toContain('{name}')
    expect(words).not.toMatch(/[\u202E\u0007]/)
  }
})

test('everybody it is for is asked to acknowledge exactly this paper, and the register names them', async () => {
  const { id } = await garden.begun()
  expect((await garden.acknowledge(garden.admin, id)).json()).toMatchObject({ code: 'local-act-not-in-force' })
  await garden.intoForce(id)
  const noticeId = randomUUID()
  const sent = await Promise.all([1, 2].map(() => garden.acknowledge(garden.deputy, id, {}, noticeId)))
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  await place.world.runJobs()

  const notice = (await garden.parent.request({ url: `/api/notices/${noticeId}` })).json<Notice>()
  expect(notice).toMatchObject({ asks: 'acknowledge', audience: { kind: 'all' } })
  const [file] = notice.attachments
  const bytes = await garden.parent.request({ url: `/api/files/${file?.fileId ?? ''}/content` })
  expect((await readPdf(bytes.rawPayload)).join(' ')).toContain('№ 57-о')

  await nameAccount(place.world, garden.parent.accountId, ['Кузнецова', 'Елена', 'Игоревна'])
  const url = `/api/notices/${noticeId}/answers/${garden.parent.accountId}`
  await garden.parent.request({ method: 'PUT', url, payload: { version: 1, choice: 0 } })
  const seen = await garden.seen(garden.admin, id)
  expect(seen.notices).toMatchObject([{ id: noticeId, answered: 1 }])
  expect((await garden.seen(garden.parent, id)).notices).toEqual([])
  const register = await garden.head.request({ url: `/api/notices/${noticeId}/register.pdf` })
  expect((await readPdf(register.rawPayload)).join(' ')).toMatch(/Ознакомьтесь: Положение/)
})

test('refused acknowledging leaves nothing behind', async () => {
  const { id } = await garden.begun()
  await garden.intoForce(id)
  const refused = await garden.acknowledge(garden.admin, id, { deadlineAt: '2026-08-01T12:00:00Z' })
  expect(refused.json()).toMatchObject({ errors: [{ pointer: '#/deadlineAt', code: 'past' }] })
  expect((await garden.seen(garden.admin, id)).notices).toEqual([])
})

test('the text of the next edition is its own, whatever becomes of the former', async () => {
  const first = await garden.begun()
  await garden.intoForce(first.id)
  const second = (await garden.next(garden.admin, first.localActId)).json<WholeLocalAct>()
  await garden.write(garden.admin, second, { sections: [{ heading: '1. Новое', text: '1.1. Иначе.' }] })
  expect(await wordsOf(first.id)).toContain('1.8. Задачи')
  expect(await wordsOf(second.id)).toContain('1.1. Иначе.')
})
