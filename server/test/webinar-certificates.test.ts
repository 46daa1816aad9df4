import type { Certificate, WebinarPerson } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWebinarWorld, HOUR, MINUTE, type Someone } from './webinar-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createWebinarWorld>>
let garden: Awaited<ReturnType<typeof seedOrganization>>
beforeAll(async () => {
  place = await createWebinarWorld()
  garden = await seedOrganization(place.world)
})
afterAll(() => place.world.close())
beforeEach(() => {
  place.time.at = START
  place.outbox.messages.length = 0
})

const mark = (id: string, people: readonly Someone[], attended = true) =>
  place.ask(place.operator, 'PUT', `/api/operator/webinars/${id}/attendance`, {
    accountIds: people.map(({ accountId }) => accountId),
    attended,
  })
const issue = (id: string) => place.ask(place.operator, 'PUT', `/api/operator/webinars/${id}/certificates`)
const look = (number: string) => place.world.request({ url: `/api/certificates/${encodeURIComponent(number)}` })
const paperOf = (who: Someone, id: string) => place.ask(who, 'GET', `/api/webinars/${id}/certificate.pdf`)
const ownOf = async (who: Someone, id: string) => (await place.seen(who, id)).own?.certificate ?? null

/** Announced, with these in it, and over. */
async function held(people: readonly Someone[], given: object = {}) {
  const plan = await place.announced({ givesCertificate: true, ...given })
  for (const who of people) await place.register(who, plan.id, 'Иванова Мария Сергеевна')
  place.time.at = new Date(Date.parse(plan.endsAt) + MINUTE)
  return plan
}

test('whoever was there gets a certificate that anybody can check by its number, as it was typed', async () => {
  const [there, absent] = [await garden.teacher(), await garden.teacher()]
  await place.mailTo(there, 'there@example.org')
  const { id } = await held([there, absent])
  await mark(id, [there])
  expect((await issue(id)).json()).toEqual({ issued: 1 })
  expect((await issue(id)).json()).toEqual({ issued: 0 })

  const number = (await ownOf(there, id)) ?? ''
  expect(number).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(await ownOf(absent, id)).toBeNull()
  const said = (await look(number)).json<Certificate>()
  expect(said).toEqual({
    number,
    name: 'Иванова Мария Сергеевна',
    organization: said.organization,
    title: 'Первые шаги',
    kind: 'in-person',
    heldOn: '2026-12-10',
    minutes: 90,
    issuedOn: '2026-12-10',
    isRevoked: false,
  })
  expect((await look(number.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200)
  expect((await look('KAXT-48HP-M2C7')).statusCode).toBe(404)
  await place.world.hurryJobs()
  expect(place.outbox.messages.map(({ subject }) => subject)).toEqual(['Свидетельство об участии: Первые шаги'])

  const paper = await paperOf(there, id)
  expect(paper.headers['content-type']).toBe('application/pdf')
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await paperOf(absent, id)).statusCode).toBe(404)
})

test('a certificate stays what it was, whoever leaves or is renamed; revoked, its number says so', async () => {
  const teacher = await garden.teacher()
  const { id } = await held([teacher])
  await mark(id, [teacher])
  await issue(id)
  const number = (await ownOf(teacher, id)) ?? ''
  await place.world.db
    .updateTable('membership')
    .where('account_id', '=', teacher.accountId)
    .set({ ended_at: START })
    .execute()
  expect((await paperOf(teacher, id)).statusCode).toBe(200)
  expect((await mark(id, [teacher], false)).json()).toMatchObject({ code: 'certificate-issued' })

  const url = `/api/operator/webinars/${id}/people/${teacher.accountId}/certificate`
  expect((await place.ask(place.operator, 'DELETE', url)).statusCode).toBe(200)
  expect((await place.ask(place.operator, 'DELETE', url)).statusCode).toBe(200)
  expect((await look(number)).json<Certificate>().isRevoked).toBe(true)
  expect(await ownOf(teacher, id)).toBeNull()
  expect((await mark(id, [teacher], false)).statusCode).toBe(200)
  expect((await issue(id)).json()).toEqual({ issued: 0 })
})

test('before it begins nobody was there; before it is over nothing is issued, nor where none are given', async () => {
  const teacher = await garden.teacher()
  const { id, startsAt } = await place.announced({ givesCertificate: true })
  await place.register(teacher, id)
  expect((await mark(id, [teacher])).json()).toMatchObject({ code: 'webinar-early' })
  place.time.at = new Date(Date.parse(startsAt) + MINUTE)
  expect((await mark(id, [teacher])).statusCode).toBe(200)
  expect((await issue(id)).json()).toMatchObject({ code: 'webinar-not-over' })
  place.time.at = START
  const plain = await held([teacher], { givesCertificate: false })
  expect((await issue(plain.id)).json()).toMatchObject({ code: 'webinar-without-certificates' })
})

test('a broadcast tells by itself who looked on for at least half of it, on two devices at once counted once', async () => {
  const [whole, half, little] = [await garden.teacher(), await garden.teacher(), await garden.teacher()]
  const plan = await held([whole, half, little], { kind: 'online', place: '' })
  const { broadcastId } = await place.seen(place.operator, plan.id)
  if (!broadcastId) throw new Error('No broadcast')
  const begun = new Date(plan.startsAt)
  const at = (minutes: number) => new Date(begun.getTime() + minutes * MINUTE)
  await place.world.db
    .updateTable('broadcast')
    .where('id', '=', broadcastId)
    .set({ state: 'ended', started_at: begun, ended_at: new Date(begun.getTime() + HOUR) })
    .execute()
  const stays = [
    [whole, 0, 60],
    [half, 5, 25],
    [half, 10, 20],
    [half, 40, 50],
    [little, 0, 20],
    [little, 5, 25],
  ] as const
  await place.world.db
    .insertInto('broadcast_visit')
    .values(
      stays.map(([{ accountId }, from, until], index) => ({
        broadcast_id: broadcastId,
        participant_sid: `PA_${String(index)}`,
        account_id: accountId,
        joined_at: at(from),
        left_at: at(until),
      })),
    )
    .execute()
  const seen = async () =>
    new Map((await place.peopleOf(plan.id)).map((one: WebinarPerson) => [one.accountId, [one.minutes, one.attended]]))
  expect(await seen()).toEqual(
    new Map([
      [whole.accountId, [60, true]],
      [half.accountId, [30, true]],
      [little.accountId, [25, false]],
    ]),
  )
  await mark(plan.id, [little])
  expect((await seen()).get(little.accountId)).toEqual([25, true])
  expect((await issue(plan.id)).json()).toEqual({ issued: 3 })
  expect((await look((await ownOf(whole, plan.id)) ?? '')).json()).toMatchObject({ kind: 'online', minutes: 60 })
})

test('hostile names come out on paper as they are, and harmless', async () => {
  const teacher = await garden.teacher()
  const title = `=cmd|' /C calc'!A0 ${'очень длинное название '.repeat(5)}`.slice(0, 150).trim()
  const plan = await place.announced({ givesCertificate: true, title })
  await place.register(teacher, plan.id, `Ё${'ж'.repeat(60)} ${'я'.repeat(80)}`)
  place.time.at = new Date(Date.parse(plan.endsAt) + MINUTE)
  await mark(plan.id, [teacher])
  await issue(plan.id)
  const { body } = await paperOf(teacher, plan.id)
  // It all fits on one page.
  expect(body.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('whoever tries number after number is made to wait', async () => {
  const answers = []
  for (let at = 0; at < 70; at++) answers.push((await look('KAXT-48HP-M2C8')).statusCode)
  expect(answers[0]).toBe(404)
  expect(answers.at(-1)).toBe(429)
})
