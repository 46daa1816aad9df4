import { randomUUID } from 'node:crypto'
import type { Incident } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from './notice-world.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Person = Pick<World, 'request'>
const leak = { noticedAt: '2026-11-01T09:00:00.000Z', happened: '=cmd|список группы ушёл не туда' }
const save = (who: Person, given: object, id: string = randomUUID()) =>
  who.request({ method: 'PUT', url: `/api/incidents/${id}`, payload: { ...leak, ...given } })
const list = async (who: Person, query = '') =>
  (await who.request({ url: `/api/incidents${query}` })).json<{ incidents: Incident[] }>().incidents

test('the terms of 24 and 72 hours begin when it was noticed; closed only with a result; a retry is the same', async () => {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const id = randomUUID()
  const where = { organizationId: organization.id }
  const both = await Promise.all([save(admin, where, id), save(admin, where, id)])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(both[0].json()).toMatchObject({
    rev: 1,
    notifyBy: '2026-11-02T09:00:00.000Z',
    reportBy: '2026-11-04T09:00:00.000Z',
    closedAt: null,
  })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  expect((await save(admin, { ...where, noticedAt: tomorrow, isClosed: true }, id)).json()).toMatchObject({
    errors: [{ pointer: '#/result', code: 'required' }],
  })
  expect((await save(admin, { ...where, noticedAt: tomorrow, rev: 1 }, id)).json()).toMatchObject({
    errors: [{ pointer: '#/noticedAt', code: 'future' }],
  })
  const [one, other] = await Promise.all([
    save(admin, { ...where, rev: 1, notifiedAt: '2026-11-02T08:00:00.000Z' }, id),
    save(admin, { ...where, rev: 1, cause: 'ошибка в адресе' }, id),
  ])
  expect([one.statusCode, other.statusCode].sort()).toEqual([200, 409])
  const closed = await save(
    admin,
    { ...where, rev: 2, isClosed: true, result: 'Список отозван, адресат удалил его.' },
    id,
  )
  expect(closed.json()).toMatchObject({ rev: 3, result: 'Список отозван, адресат удалил его.' })
  const actions = await world.db.selectFrom('audit_entry').where('subject_id', '=', id).select('action').execute()
  expect(actions.map(({ action }) => action)).toEqual(['incident.noticed', 'incident.edited', 'incident.closed'])
})

test('both papers are filled in, and leave a line for what is not known yet', async () => {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const { id } = (await save(admin, { organizationId: organization.id, people: '24 семьи' })).json<Incident>()
  const pdf = await admin.request({ url: `/api/incidents/${id}/notification.pdf` })
  const text = (await readPdf(pdf.rawPayload)).join(' ').replaceAll(/\s+/g, ' ')
  for (const said of ['В Управление Роскомнадзора', '7707083893', '1 ноября 2026', '24 семьи', '____']) {
    expect(text).toContain(said)
  }
  const docx = await admin.request({ url: `/api/incidents/${id}/report.docx` })
  expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('those of the installation are its operators’; one organization sees nothing of another', async () => {
  const operator = await world.person({ isOperator: true })
  const [here, there] = [await seedOrganization(world), await seedOrganization(world)]
  const [admin, other] = [await here.admin(), await there.admin()]
  const ofAll = (await save(operator, { organizationId: null })).json<Incident>()
  const ofHere = (await save(admin, { organizationId: here.id })).json<Incident>()
  expect((await list(operator)).map(({ id }) => id)).toEqual([ofAll.id])
  expect((await list(admin, `?organizationId=${here.id}`)).map(({ id }) => id)).toEqual([ofHere.id])
  for (const [who, id] of [
    [admin, ofAll.id],
    [other, ofHere.id],
    [operator, ofHere.id],
  ] as const) {
    expect((await who.request({ url: `/api/incidents/${id}/report.pdf` })).statusCode).toBe(404)
    expect((await save(who, { organizationId: there.id, rev: 1 }, id)).statusCode).toBe(404)
  }
})
