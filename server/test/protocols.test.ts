import { randomUUID } from 'node:crypto'
import type { GivenProtocol } from '@kolosok/contract'
import mammoth from 'mammoth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMeetingWorld, type MeetingGarden } from './meeting-world.ts'
import { readPdf } from './notice-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
const EVENING = new Date('2026-12-10T16:30:00Z')
type Someone = Parameters<MeetingGarden['get']>[0]

let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
})

/** As Word would read it. */
const readWords = async (buffer: Buffer) => (await mammoth.extractRawText({ buffer })).value

const at = (id: string, rest = '') => `/api/meetings/${id}/protocol${rest}`
const get = (who: Someone, id: string) => who.request({ url: at(id) })
const item = { topic: 'Утренник', heard: 'Воспитателя', decided: 'Провести 25 декабря', votes: null }
const write = (who: Someone, id: string, given: Partial<GivenProtocol> = {}) =>
  who.request({
    method: 'PUT',
    url: at(id),
    payload: { number: '3', chair: 'Орлова Т. Ю.', secretary: 'Щукина А. А.', items: [item], rev: 0, ...given },
  })
const sign = (who: Someone, id: string, rev = 1) =>
  who.request({ method: 'PUT', url: at(id, '/signature'), payload: { rev } })
const reopen = (who: Someone, id: string) => who.request({ method: 'DELETE', url: at(id, '/signature') })
const mark = (who: Someone, id: string, unitId: string, given: string | null = 'room') =>
  who.request({ method: 'PUT', url: `/api/meetings/${id}/attendance/${unitId}`, payload: { mark: given } })

async function evening() {
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.', 'Оля М.')
  const [one, other] = parents
  if (!one || !other) throw new Error('No parents')
  const { id } = await garden.planned(teacher, { ...garden.forGroup(groupId), agenda: ['Утренник', 'Разное'] })
  return { id, groupId, teacher, one, other }
}

test('it begins with the agenda and is written ahead; saved again nothing changes, of two who write one is told', async () => {
  const { id, teacher } = await evening()
  const admin = await garden.admin()
  expect((await get(teacher, id)).json()).toMatchObject({
    rev: 0,
    items: [{ topic: 'Утренник' }, { topic: 'Разное' }],
    mayWrite: true,
    maySign: false,
  })
  expect((await write(teacher, id)).json()).toMatchObject({ rev: 1, number: '3' })
  expect((await write(teacher, id)).json()).toMatchObject({ rev: 1 })
  const both = await Promise.all([
    write(teacher, id, { number: '4', rev: 1 }),
    write(admin, id, { number: '5', rev: 1 }),
  ])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  expect(both.map((answer) => answer.json<{ code?: string }>().code)).toContain('protocol-changed')
})

test('signed it holds: words and who was there stay, the invited read what was decided and no names', async () => {
  const { id, teacher, one, other } = await evening()
  const stranger = await garden.groupOf('Старшая', 'Зоя Л.')
  await write(teacher, id)
  expect((await sign(teacher, id)).json()).toMatchObject({ code: 'meeting-early' })
  place.time.at = EVENING
  await mark(teacher, id, one.accountId)
  expect((await get(one, id)).statusCode).toBe(403)
  expect((await sign(one, id)).statusCode).toBe(403)
  expect((await sign(teacher, id, 2)).json()).toMatchObject({ code: 'protocol-changed' })
  const signed = await Promise.all([sign(teacher, id), sign(teacher, id)])
  expect(signed.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(signed[0].json()).toMatchObject({ present: { room: 1, call: 0, guests: 0 }, mayWrite: false, mayReopen: true })

  expect((await write(teacher, id, { number: '9', rev: 1 })).json()).toMatchObject({ code: 'protocol-signed' })
  expect((await mark(teacher, id, other.accountId)).json()).toMatchObject({ code: 'protocol-signed' })
  const read = await get(other, id)
  expect(read.json()).toMatchObject({ items: [item], present: null, mayWrite: false, mayReopen: false })
  expect(read.body).not.toContain(one.accountId)
  expect((await other.request({ url: at(id, '.pdf') })).statusCode).toBe(403)
  expect((await get(stranger.teacher, id)).statusCode).toBe(404)

  expect((await reopen(teacher, id)).json()).toMatchObject({ signedAt: null, rev: 2 })
  expect((await reopen(teacher, id)).statusCode).toBe(200)
  expect((await get(other, id)).statusCode).toBe(403)
  expect((await mark(teacher, id, other.accountId)).statusCode).toBe(200)
  const entries = await place.world.db.selectFrom('audit_entry').where('subject_id', '=', id).select('action').execute()
  const steps = entries.map(({ action }) => action).filter((action) => action.startsWith('meeting.protocol'))
  expect(steps.toSorted()).toEqual(['meeting.protocol-reopened', 'meeting.protocol-signed'])
})

test('without a decision it is not signed, and nonsense is refused field by field', async () => {
  const { id, teacher } = await evening()
  place.time.at = EVENING
  await write(teacher, id, { items: [{ topic: 'Разное' }] })
  expect((await sign(teacher, id)).json()).toMatchObject({ code: 'protocol-empty' })
  const bad = await write(teacher, id, {
    number: 'x'.repeat(31),
    items: [{ topic: 'x'.repeat(301), votes: { for: -1, against: 0, abstained: 0 } }],
    rev: 1,
  })
  expect(bad.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['#/number', '#/items/0/topic', '#/items/0/votes/for']),
  )
  expect((await write(teacher, id, { chair: 'a\0b', rev: 1 })).statusCode).toBe(400)
  expect((await get(teacher, randomUUID())).statusCode).toBe(404)
})

test('it prints for Word and as PDF: agenda, decisions, votes and everybody who was there, harmless', async () => {
  const { id, teacher, one } = await evening()
  place.time.at = EVENING
  await mark(teacher, id, one.accountId)
  const guest = `=cmd|' /C calc'!A0 \u202eняня ${'Ы'.repeat(150)}`
  await teacher.request({ method: 'PUT', url: `/api/meetings/${id}/guests/${randomUUID()}`, payload: { name: guest } })
  const voted = {
    ...item,
    topic: 'Костюмы <b>',
    decided: '- звёздочки\n- снежинки',
    votes: { for: 12, against: 1, abstained: 2 },
  }
  await write(teacher, id, { items: [item, voted] })
  const paper = async (format: string) => (await teacher.request({ url: at(id, `.${format}`) })).rawPayload
  const pdf = (await readPdf(await paper('pdf'))).join(' ')
  const docx = await readWords(await paper('docx'))
  for (const text of [pdf, docx].map((words) => words.replaceAll(/\s+/g, ' '))) {
    for (const said of [
      'Черновик',
      'ПРОТОКОЛ № 3',
      'Провести 25 декабря',
      'снежинки',
      'за 12, против 1, воздержались 2',
    ]) {
      expect(text).toContain(said)
    }
    expect(text).toContain("=cmd|'")
    expect(text).toContain('няня')
    expect(text).not.toContain('\u202e')
  }
  await sign(teacher, id)
  expect(await readWords(await paper('docx'))).not.toContain('Черновик')
})
