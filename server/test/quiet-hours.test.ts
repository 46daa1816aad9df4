import type { Mailing, OrganizationCard, OwnJoinRequest } from '@kolosok/contract'
import { confirmationEndpoints, joinRequestEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { remindOfConfirmations } from '#confirmations/index.ts'
import { quietAt } from '#organizations/index.ts'
import { SendFailure } from '#platform/send-failure.ts'
import { asParent, decide, send as askToJoin } from './join-request-seed.ts'
import { createKindergarten } from './joining-seed.ts'
import { openPost, progress, seedFamilies, send, sendToFamilies, someEmail } from './mailing-seed.ts'
import { keepQuiet, quietAround } from './quiet-seed.ts'

const HOUR = 3600 * 1000
let post: Awaited<ReturnType<typeof openPost>>
beforeAll(async () => {
  post = await openPost()
})
afterAll(() => post.world.close())
beforeEach(() => post.empty())

test('an administrator sets them on the card; everybody who belongs is told, and the history names them', async () => {
  const garden = await createKindergarten(post.world)
  const quietHours = { ...quietAround(new Date()), wholeDays: [6, 7] }
  const url = `/api/organizations/${garden.id}`
  const edit = (payload: object) => garden.admin.request({ method: 'PATCH', url, payload })
  expect((await edit({ quietHours })).json<OrganizationCard>()).toMatchObject({ quietHours })
  expect((await garden.admin.request({ url: '/api/me/memberships' })).json()).toMatchObject({
    memberships: [{ organization: { quietHours } }],
  })
  expect((await garden.admin.request({ url: `${url}/card-history` })).json()).toMatchObject({
    changes: [{ fields: ['quietHours'] }],
  })
  expect((await edit({ quietHours: { ...quietHours, until: quietHours.from } })).json()).toMatchObject({
    errors: [{ pointer: '#/quietHours/until' }],
  })
})

test('invitations sent meanwhile go out when they end, and the list says when', async () => {
  const email = someEmail()
  const { garden } = await seedFamilies(post.world, [{ email }])
  await keepQuiet(post.world, garden.id)
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  const end = await quietAt(post.world.db, garden.id, post.world.context.clock())
  expect(mailing).toMatchObject({ waiting: 1, startsAt: end?.toISOString() })

  // Even a job that comes too early wakes nobody.
  await post.world.hurryJobs()
  expect([post.sent, (await progress(garden, mailing)).waiting]).toEqual([[], 1])
  post.later(2 * HOUR)
  await post.world.hurryJobs()
  expect(post.sent.map(({ to }) => to)).toEqual([email])
})

test('what was held up before they began waits for their end, too', async () => {
  const email = someEmail()
  const { garden } = await seedFamilies(post.world, [{ email }])
  post.failing.set(email, () => new SendFailure('unreachable', 'ECONNREFUSED'))
  const mailing = (await sendToFamilies(garden, garden.admin)).json<Mailing>()
  await post.world.runJobs()
  post.failing.clear()
  await keepQuiet(post.world, garden.id)
  post.later(HOUR / 2)
  await post.world.hurryJobs()
  expect(await progress(garden, mailing)).toMatchObject({ waiting: 1, sent: 0 })
  post.later(2 * HOUR)
  await post.world.hurryJobs()
  expect(await progress(garden, mailing)).toMatchObject({ waiting: 0, sent: 1 })
})

test('one link to one address goes out at once: somebody asked for it just now', async () => {
  const email = someEmail()
  const garden = await createKindergarten(post.world)
  await keepQuiet(post.world, garden.id)
  const { id: invitationId } = await garden.inviteStaff()
  await send(garden, garden.admin, { to: 'invitation', invitationId, addresses: [email] })
  await post.world.runJobs()
  expect(post.sent.map(({ to }) => to)).toEqual([email])
})

test('whoever asked to be let in hears of the decision in the morning, and sees it at once', async () => {
  const { world } = post
  const garden = await createKindergarten(world)
  const group = await garden.group('Гномики', 'Кузнецов Ваня')
  const mother = await world.person({ givenName: '' })
  const email = someEmail()
  await world.db.updateTable('account').where('id', '=', mother.accountId).set({ email }).execute()
  const request = (await askToJoin(mother, asParent(garden, group.id))).json<OwnJoinRequest>()
  await keepQuiet(world, garden.id)
  await decide(garden, garden.admin, request, joinRequestEndpoints.refuse, { reason: 'Не нашли ребёнка' })
  await world.runJobs()
  expect(post.sent).toEqual([])
  expect((await mother.request({ url: pathOf(joinRequestEndpoints.mine, {}) })).json()).toMatchObject({
    requests: [{ state: 'refused' }],
  })
  await world.hurryJobs()
  expect(post.sent.map(({ to }) => to)).toEqual([email])
})

test('who decides is reminded of what waits once they are over', async () => {
  const { world } = post
  const garden = await createKindergarten(world)
  const email = someEmail()
  await world.db.updateTable('account').where('id', '=', garden.admin.accountId).set({ email }).execute()
  const place = { organizationId: garden.id, confirmationId: crypto.randomUUID() }
  const payload = { position: 'воспитатель', howToCheck: 'Приказ № 12', word: '' }
  const teacher = await garden.staff({ isConfirmed: false })
  await teacher.request({ method: 'PUT', url: pathOf(confirmationEndpoints.ask, place), payload })
  const letters = async () => {
    await remindOfConfirmations(world.context)
    await world.runJobs()
    return post.sent.filter(({ to }) => to === email).length
  }
  post.later(73 * HOUR)
  await keepQuiet(world, garden.id)
  expect(await letters()).toBe(0)
  post.later(2 * HOUR)
  expect(await letters()).toBe(1)
})

test('chats begin as the card says about calls; those that are there stay as they are', async () => {
  const garden = await createKindergarten(post.world)
  const maysOf = async (groupId: string) =>
    (
      await post.world.db
        .selectFrom('chat')
        .where('bound_group_id', '=', groupId as never)
        .select('may_members_call')
        .executeTakeFirstOrThrow()
    ).may_members_call
  const open = async (name: string) => {
    const id = crypto.randomUUID()
    await garden.admin.request({
      method: 'POST',
      url: `/api/organizations/${garden.id}/groups`,
      payload: { groups: [{ id, name, kind: 'class' }] },
    })
    return id
  }
  const before = await open('Гномики')
  const url = `/api/organizations/${garden.id}`
  expect((await garden.admin.request({ method: 'PATCH', url, payload: { mayParentsCall: true } })).statusCode).toBe(200)
  const after = await open('Звёздочки')
  expect([await maysOf(before), await maysOf(after)]).toEqual([false, true])
})
