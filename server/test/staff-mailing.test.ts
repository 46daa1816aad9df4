import { randomUUID } from 'node:crypto'
import { type Mailing, mailingEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPost, send, someEmail, somePhone } from './mailing-seed.ts'
import { createKindergarten, type Kindergarten } from './joining-seed.ts'

let post: Awaited<ReturnType<typeof openPost>>
beforeAll(async () => {
  post = await openPost()
})
afterAll(() => post.world.close())
beforeEach(() => post.empty())

/** A kindergarten into which a list of three colleagues has been brought: by mail, by phone, by neither. */
async function bringStaffIn() {
  const garden = await createKindergarten(post.world)
  const [email, phone] = [someEmail(), somePhone()]
  const text = [
    'ФИО;Должность;Группы;Телефон;Почта',
    `Орлова Мария Андреевна;воспитатель;Гномики;;${email}`,
    `Зуева Анна Петровна;логопед;Гномики;${phone};`,
    'Котова Ирина Львовна;повар;;;',
  ].join('\n')
  const importId = randomUUID()
  const url = `/api/organizations/${garden.id}/imports/${importId}`
  await garden.admin.request({ method: 'PUT', url, payload: { text, kind: 'staff' } })
  const applied = await garden.admin.request({ method: 'PUT', url: `/api/imports/${importId}/applied` })
  expect(applied.statusCode, applied.body).toBe(200)
  return { garden, email, phone }
}

const ways = ['email', 'sms'] as const
const recipientsIn = async ({ id, admin }: Kindergarten) =>
  (await admin.request({ url: pathOf(mailingEndpoints.recipients, { organizationId: id }) })).json<object>()

test('the colleagues whom a list names are counted before, and each gets a link of their own', async () => {
  const { garden, email, phone } = await bringStaffIn()
  expect(await recipientsIn(garden)).toMatchObject({
    expected: { people: 3, messages: { email: 1, sms: 1, both: 2 } },
  })

  const mailing = (await send(garden, garden.admin, { to: 'expected', ways })).json<Mailing>()
  await post.world.runJobs()

  expect(mailing).toMatchObject({ waiting: 2, groupName: null })
  expect(post.sent.map(({ kind, to }) => [kind, to]).sort()).toEqual([
    ['mail', email],
    ['sms', phone],
  ])
  const urls = post.sent.map(({ text }) => /https:\S+\/i\/\S+/.exec(text)?.[0])
  expect(new Set(urls).size).toBe(2)
})

test('nobody is written to twice within a day, nor after having been taken back', async () => {
  const { garden } = await bringStaffIn()
  await send(garden, garden.admin, { to: 'expected', ways: ['email'] })
  await post.world.runJobs()

  expect((await send(garden, garden.admin, { to: 'expected', ways })).json()).toMatchObject({ waiting: 1 })
  const again = await send(garden, garden.admin, { to: 'expected', ways })
  expect(again.json()).toMatchObject({ code: 'nothing-to-send' })

  const url = `/api/organizations/${garden.id}/invitations/revoke-unclaimed`
  await garden.admin.request({ method: 'POST', url, payload: {} })
  expect(await recipientsIn(garden)).toMatchObject({ expected: { people: 0 } })
})

test('a teacher writes to own families, and neither learns of expected colleagues nor writes to them', async () => {
  const { garden } = await bringStaffIn()
  const group = await garden.group('Лучики')
  const teacher = await garden.staff({ leads: [group.id] })

  expect((await send(garden, teacher, { to: 'expected', ways })).statusCode).toBe(403)
  const query = { groupId: group.id }
  const url = pathOf(mailingEndpoints.recipients, { organizationId: garden.id })
  expect((await teacher.request({ url, query })).json()).toMatchObject({ expected: { people: 0 } })
})
