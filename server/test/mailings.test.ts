import { randomUUID } from 'node:crypto'
import { type Mailing, mailingEndpoints, pathOf } from '@kolosok/contract'
import { SendFailure } from '#platform/send-failure.ts'
import { join } from './joining-seed.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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

let post: Awaited<ReturnType<typeof openPost>>
beforeAll(async () => {
  post = await openPost()
})
afterAll(() => post.world.close())
beforeEach(() => post.empty())

test('each adult gets a letter, or an SMS where there is no address; the child is named nowhere', async () => {
  const [mother, father, other] = [someEmail(), somePhone(), someEmail()]
  const { garden, group } = await seedFamilies(
    post.world,
    [{ email: mother, phone: somePhone() }, { phone: father }],
    [{ email: other }],
    [],
  )

  const mailing = (await sendToFamilies(garden, garden.admin, group.id)).json<Mailing>()
  expect(mailing).toMatchObject({ waiting: 3, sent: 0, groupName: 'Гномики' })
  await post.world.runJobs()

  expect(post.sent.map(({ kind, to }) => [kind, to])).toEqual([
    ['mail', mother],
    ['sms', father],
    ['mail', other],
  ])
  for (const { subject, text, html } of post.sent) {
    expect(`${subject} ${text} ${html}`).not.toMatch(/Ваня|Кузнецов/)
    expect(text).toMatch(/Колосок.*«Гномики».*https:\/\/kolosok\.test\/i\//s)
  }
  expect(await progress(garden, mailing)).toMatchObject({ waiting: 0, sent: 3, failed: 0, failures: [] })
})

test('the link that was sent lets the family in, and the table says where it went', async () => {
  const email = someEmail()
  const { garden, group } = await seedFamilies(post.world, [{ email }])
  await sendToFamilies(garden, garden.admin, group.id)
  await post.world.runJobs()

  const url = /https:\S+\/i\/\S+/.exec(post.sent[0]?.text ?? '')?.[0] ?? ''
  expect((await join(await post.world.person({ givenName: '' }), { url, role: 'parent' })).statusCode).toBe(200)
  const list = await garden.admin.request({ url: `/api/organizations/${garden.id}/invitations` })
  expect(list.json<{ invitations: unknown[] }>().invitations).toMatchObject([
    { uses: 1, deliveries: [{ way: 'email', address: email, state: 'sent', reason: null }] },
  ])
})

test('what is shown before sending is what is sent', async () => {
  const both = { email: someEmail(), phone: somePhone() }
  const { garden, group } = await seedFamilies(
    post.world,
    [both, { phone: somePhone() }],
    [{ email: someEmail() }],
    [{ name: 'Без связи' }],
  )
  const url = pathOf(mailingEndpoints.recipients, { organizationId: garden.id })
  const recipients = (await garden.admin.request({ url })).json<object>()

  expect(recipients).toMatchObject({
    ways: ['email', 'sms'],
    children: 3,
    messages: { email: 2, sms: 2, both: 3 },
    lately: { email: 0, sms: 0, both: 0 },
    unreachable: { both: { count: 1, children: [{ id: group.children[2], group: 'Гномики' }] }, sms: { count: 2 } },
  })
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  expect(mailing).toMatchObject({ waiting: 3, isStopped: false })
})

test('asking twice sends once: by the same id, and by another one within the day', async () => {
  const { garden } = await seedFamilies(post.world, [{ email: someEmail() }])
  const id = randomUUID()
  const ask = (mailingId: string) => send(garden, garden.admin, { to: 'families', ways: ['email'] }, mailingId)

  expect([(await ask(id)).statusCode, (await ask(id)).statusCode]).toEqual([200, 200])
  expect((await ask(randomUUID())).json()).toMatchObject({ code: 'nothing-to-send' })
  await post.world.runJobs()
  expect(post.sent).toHaveLength(1)
})

test('a refused address is listed with its reason, the others get theirs, and it is tried again on demand', async () => {
  const [bad, good] = [someEmail(), someEmail()]
  post.failing.set(bad, () => new SendFailure('refused', '550'))
  const { garden } = await seedFamilies(post.world, [{ email: bad }], [{ email: good }])
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  await post.world.runJobs()

  expect(await progress(garden, mailing)).toMatchObject({
    sent: 1,
    failed: 1,
    failures: [{ address: bad, reason: 'refused', whom: 'Кузнецов Ваня 0' }],
  })
  post.failing.clear()
  expect((await change(garden, garden.admin, 'retry', mailing)).json()).toMatchObject({ waiting: 1, failed: 0 })
  await post.world.runJobs()
  expect(post.sent.map(({ to }) => to)).toEqual([good, bad])
})

test('while the mail server is away nothing is lost, and it goes on by itself', async () => {
  const emails = [someEmail(), someEmail(), someEmail()]
  for (const email of emails) post.failing.set(email, () => new SendFailure('unreachable', 'ECONNREFUSED'))
  const { garden } = await seedFamilies(post.world, ...emails.map((email) => [{ email }]))
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  await post.world.runJobs()
  expect(await progress(garden, mailing)).toMatchObject({ waiting: 3, failed: 0, isHeldUp: true })

  post.failing.clear()
  post.later(3 * MINUTE)
  await post.world.hurryJobs()
  expect(post.sent.map(({ to }) => to).sort()).toEqual(emails.sort())
  expect(await progress(garden, mailing)).toMatchObject({ sent: 3, waiting: 0, isHeldUp: false })
})

test('while the mail server is away it is asked once a while, not once for each letter, and SMS go out', async () => {
  const [emails, phone] = [Array.from({ length: 25 }, someEmail), somePhone()]
  let tries = 0
  for (const email of emails) {
    post.failing.set(email, () => {
      tries++
      return new SendFailure('unreachable', 'ETIMEDOUT')
    })
  }
  const { garden } = await seedFamilies(post.world, ...emails.map((email) => [{ email }]), [{ phone }])
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  await post.world.runJobs()

  expect([tries, post.sent.map(({ to }) => to)]).toEqual([1, [phone]])
  expect(await progress(garden, mailing)).toMatchObject({ waiting: 25, sent: 1, isHeldUp: true })
  expect((await change(garden, garden.admin, 'stop', mailing)).json()).toMatchObject({ waiting: 0, stopped: 25 })
})

test('a server that is away for a whole day ends in a list of failures, not in silence', async () => {
  const email = someEmail()
  post.failing.set(email, () => new SendFailure('unreachable', 'ECONNREFUSED'))
  const { garden } = await seedFamilies(post.world, [{ email }])
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  await post.world.runJobs()
  post.later(DAY + MINUTE)
  await post.world.hurryJobs()

  expect(await progress(garden, mailing)).toMatchObject({ waiting: 0, failures: [{ reason: 'unreachable' }] })
})

test('what a killed server was just sending is not sent twice, but named; the rest goes out', async () => {
  const emails = [someEmail(), someEmail()]
  const { garden } = await seedFamilies(post.world, ...emails.map((email) => [{ email }]))
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  // As `kill -9` leaves it: taken, and nothing written down of what came of it.
  const taken = post.world.db
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', mailing.id)
    .where('place', '=', 0)
  await taken.set({ state: 'sending', attempts: 1 }).execute()
  await post.world.runJobs()

  expect(post.sent.map(({ to }) => to)).toEqual([emails[1]])
  expect(await progress(garden, mailing)).toMatchObject({ sent: 1, failures: [{ reason: 'interrupted' }] })
})

test('five hundred go out in portions, each once; what is stopped stays here', async () => {
  const { garden } = await seedFamilies(post.world, ...Array.from({ length: 60 }, () => [{ email: someEmail() }]))
  const first = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  // A portion queues the next one, which another look at the queue finds.
  while ((await progress(garden, first)).waiting > 0) await post.world.runJobs()
  expect(new Set(post.sent.map(({ to }) => to)).size).toBe(60)
  expect(post.sent).toHaveLength(60)
  expect(await progress(garden, first)).toMatchObject({ sent: 60 })

  post.later(2 * DAY)
  const second = (await send(garden, garden.admin, { to: 'unclaimed' })).json<Mailing>()
  expect(second).toMatchObject({ purpose: 'remind', waiting: 60 })
  expect((await change(garden, garden.admin, 'stop', second)).json()).toMatchObject({ waiting: 0, stopped: 60 })
  await post.world.runJobs()
  expect(post.sent).toHaveLength(60)
})

test('only those who have not come are reminded, and nobody twice in a day', async () => {
  const [came, waits] = [someEmail(), someEmail()]
  const { garden } = await seedFamilies(post.world, [{ email: came }], [{ email: waits }])
  await sendToFamilies(garden, garden.admin)
  await post.world.runJobs()
  const url = /https:\S+\/i\/\S+/.exec(post.sent.find(({ to }) => to === came)?.text ?? '')?.[0] ?? ''
  await join(await post.world.person({ givenName: '' }), { url, role: 'parent' })
  expect((await send(garden, garden.admin, { to: 'unclaimed' })).json()).toMatchObject({ code: 'nothing-to-send' })

  post.later(2 * DAY)
  post.sent = []
  await send(garden, garden.admin, { to: 'unclaimed' })
  await post.world.hurryJobs()
  expect(post.sent.map(({ to }) => to)).toEqual([waits])
})

test('a link that was revoked meanwhile is not sent any more', async () => {
  const { garden } = await seedFamilies(post.world, [{ email: someEmail() }])
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  const url = `/api/organizations/${garden.id}/invitations/revoke-unclaimed`
  await garden.admin.request({ method: 'POST', url, payload: {} })
  await post.world.runJobs()

  expect([post.sent.length, await progress(garden, mailing)]).toMatchObject([0, { stopped: 1, waiting: 0 }])
})
