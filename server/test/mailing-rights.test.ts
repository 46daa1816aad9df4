import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type ChildId, type Mailing, mailingEndpoints, type MailingId, pathOf } from '@kolosok/contract'
import type { World } from './world.ts'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  change,
  DAY,
  MINUTE,
  openPost,
  progress,
  seedFamilies,
  send,
  sendToFamilies,
  someEmail,
  somePhone,
} from './mailing-seed.ts'

type Someone = Pick<World, 'request'>
let post: Awaited<ReturnType<typeof openPost>>
beforeAll(async () => {
  post = await openPost()
})
afterAll(() => post.world.close())
beforeEach(() => post.empty())

test('colleagues are written to one by one, each with a link of their own; every bad line is named', async () => {
  const { garden } = await seedFamilies(post.world)
  const [email, phone] = [someEmail(), somePhone()]
  const bad = await send(garden, garden.admin, { to: 'staff', addresses: [email, 'не адрес', '12'] })
  expect(bad.json()).toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '#/addresses/1', code: 'not-an-address' }, { pointer: '#/addresses/2' }],
  })

  await send(garden, garden.admin, { to: 'staff', addresses: [email, phone, email.toUpperCase()], position: 'логопед' })
  await post.world.runJobs()
  expect(post.sent.map(({ to }) => to)).toEqual([email, phone])
  const links = post.sent.map(({ text }) => /\/i\/(\S+)/.exec(text)?.[1])
  expect(new Set(links).size).toBe(2)
})

test('one link is sent again only after a while', async () => {
  const { garden, group } = await seedFamilies(post.world, [])
  const email = someEmail()
  const { id: invitationId } = await garden.inviteFamily(group.id, group.children[0] as ChildId)
  const again = async () =>
    (await send(garden, garden.admin, { to: 'invitation', invitationId, addresses: [email] })).statusCode

  expect([await again(), await again()]).toEqual([200, 409])
  post.later(11 * MINUTE)
  expect(await again()).toBe(200)
})

test('nobody is flooded: an address gets five a day, a teacher sends two hundred', async () => {
  const { garden, group } = await seedFamilies(
    post.world,
    ...Array.from({ length: 201 }, () => [{ email: someEmail() }]),
  )
  const teacher = await garden.staff({ leads: [group.id] })
  const refused = await sendToFamilies(garden, teacher, group.id)
  expect(refused.json()).toMatchObject({ code: 'sent-enough-today', params: { left: 200, most: 200 } })

  const email = someEmail()
  const many = await Promise.all(
    Array.from({ length: 7 }, () => send(garden, garden.admin, { to: 'staff', addresses: [email] })),
  )
  expect(many.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 200, 429, 429])
})

test('a teacher sends to her own groups, sees her own mailings, and nobody else’s', async () => {
  const { garden, group } = await seedFamilies(post.world, [{ email: someEmail() }])
  const other = await garden.group('Звёздочки', 'Мила')
  const teacher = await garden.staff({ leads: [group.id] })
  const byAdmin = (await sendToFamilies(garden, garden.admin)).json<Mailing>()

  expect((await sendToFamilies(garden, teacher)).statusCode).toBe(403)
  expect((await sendToFamilies(garden, teacher, other.id)).statusCode).toBe(403)
  expect((await send(garden, teacher, { to: 'staff', addresses: [someEmail()] })).statusCode).toBe(403)
  expect((await change(garden, teacher, 'stop', byAdmin)).statusCode).toBe(404)
  post.later(2 * DAY)
  const own = (await sendToFamilies(garden, teacher, group.id)).json<Mailing>()
  const list = async (by: Someone) =>
    (await by.request({ url: `/api/organizations/${garden.id}/mailings` })).json<{ mailings: Mailing[] }>().mailings
  expect((await list(teacher)).map(({ id }) => id)).toEqual([own.id])
  expect((await list(garden.admin)).map(({ id }) => id)).toEqual([own.id, byAdmin.id])
  expect((await change(garden, teacher, 'stop', own)).statusCode).toBe(200)
})

test('a teacher who has left a group learns no more of whom its invitations did not reach', async () => {
  const { garden, group } = await seedFamilies(post.world, [{ email: someEmail() }])
  const teacher = await garden.staff({ leads: [group.id] })
  const own = (await sendToFamilies(garden, teacher, group.id)).json<Mailing>()
  const url = `/api/organizations/${garden.id}/mailings`
  const seen = async () => [
    (await teacher.request({ url: `${url}/${own.id}` })).statusCode,
    (await change(garden, teacher, 'retry', own)).statusCode,
    (await teacher.request({ url })).json<{ mailings: Mailing[] }>().mailings.length,
  ]
  expect(await seen()).toEqual([200, 200, 1])

  const attached = post.world.db.updateTable('group_teacher').where('membership_id', '=', teacher.membershipId)
  await attached.set({ until_at: new Date() }).execute()
  expect(await seen()).toEqual([404, 404, 0])
})

test('five a day is the most in one mailing too, though every list names the same address', async () => {
  const victim = { phone: somePhone() }
  const { garden } = await seedFamilies(post.world, ...Array.from({ length: 7 }, () => [victim]))

  expect((await sendToFamilies(garden, garden.admin)).json()).toMatchObject({ waiting: 5 })
  expect((await sendToFamilies(garden, garden.admin)).json()).toMatchObject({ code: 'sent-enough-today' })
  // One mailing after another: those of the tests before are not over yet.
  await vi.waitFor(async () => {
    await post.world.runJobs()
    expect(post.sent.filter(({ to }) => to === victim.phone)).toHaveLength(5)
  })
})

test('five a day stay five when organizations write to one address at the same moment', async () => {
  const phone = somePhone()
  const gardens = await Promise.all(Array.from({ length: 7 }, () => seedFamilies(post.world, [{ phone }])))

  const answers = await Promise.all(gardens.map(({ garden }) => sendToFamilies(garden, garden.admin)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 200, 429, 429])
})

test('the same mailing sent twice at once goes out once, and both answers say so', async () => {
  const { garden } = await seedFamilies(post.world, [{ email: someEmail() }])
  const [id, other, addresses] = [randomUUID() as MailingId, randomUUID() as MailingId, [someEmail()]]
  const staff = await Promise.all([1, 2, 3].map(() => send(garden, garden.admin, { to: 'staff', addresses }, id)))
  const payload = { to: 'families', ways: ['email'] }
  const families = await Promise.all([1, 2, 3].map(() => send(garden, garden.admin, payload, other)))

  expect([...staff, ...families].map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(200))
  const letters = post.world.db.selectFrom('invitation_delivery').where('mailing_id', 'in', [id, other])
  expect(await letters.select('mailing_id').execute()).toHaveLength(2)
})

test('what no job is left to send is named among the failures, and can be sent again', async () => {
  const email = someEmail()
  const { garden } = await seedFamilies(post.world, [{ email }])
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  await sql`delete from graphile_worker._private_jobs`.execute(post.world.db)
  post.later(3 * DAY + MINUTE)
  await sql`select graphile_worker.add_job('give-up-sending')`.execute(post.world.db)
  await post.world.runJobs()

  expect(await progress(garden, mailing)).toMatchObject({ waiting: 0, failures: [{ reason: 'given-up' }] })
  await change(garden, garden.admin, 'retry', mailing)
  await post.world.hurryJobs()
  expect(await progress(garden, mailing)).toMatchObject({ sent: 1, failures: [] })
})

test('of a mailing that was stopped, only what had not gone out is offered again, and goes', async () => {
  const phones = [somePhone(), somePhone(), somePhone()]
  const { garden } = await seedFamilies(post.world, ...phones.map((phone) => [{ phone }]))
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  const first = post.world.db.updateTable('invitation_delivery').where('mailing_id', '=', mailing.id)
  await first.where('place', '=', 0).set({ state: 'sent' }).execute()
  const stopped = (await change(garden, garden.admin, 'stop', mailing)).json<Mailing>()
  expect(stopped).toMatchObject({ isStopped: true, sent: 1, stopped: 2, waiting: 0 })

  const url = pathOf(mailingEndpoints.recipients, { organizationId: garden.id })
  const recipients = (await garden.admin.request({ url })).json<object>()
  expect(recipients).toMatchObject({ messages: { sms: 2, both: 2 }, lately: { sms: 1, both: 1 } })
  expect((await sendToFamilies(garden, garden.admin)).json()).toMatchObject({ waiting: 2 })
})
