import { type GroupId, type InvitationId, invitationEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKindergarten, join, type Kindergarten, openLink } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Kindergarten
beforeAll(async () => {
  world = await createWorld()
  garden = await createKindergarten(world)
})
afterAll(() => world.close())

type Someone = Pick<World, 'request'>
const first = <T>([item]: T[]): T => {
  if (item === undefined) throw new Error('Empty')
  return item
}
const inviteFamilies = (by: Someone, groupId: GroupId, payload: object = {}) =>
  by.request({ method: 'PUT', url: pathOf(invitationEndpoints.inviteFamilies, { groupId }), payload })
const revoke = (by: Someone, invitationId: string, organizationId: string = garden.id) =>
  by.request({ method: 'DELETE', url: pathOf(invitationEndpoints.revoke, { organizationId, invitationId }) })
const list = async (by: Someone, query = '') =>
  (await by.request({ url: pathOf(invitationEndpoints.list, { organizationId: garden.id }) + query })).json<{
    invitations: { id: InvitationId; state: string; usedBy: unknown[]; url: string }[]
    unclaimed: number
    next: string | null
    abilities: unknown
  }>()
const stateOf = async (url: string) => (await openLink(world, { url })).json<{ code?: string }>().code ?? 'open'

test('one request invites every family of a group; the same again changes nothing', async () => {
  const group = await garden.group('Младшая', 'Ваня', 'Соня', 'Тимофей')
  const teacher = await garden.staff({ leads: [group.id] })

  const [one, two] = await Promise.all([inviteFamilies(teacher, group.id), inviteFamilies(garden.admin, group.id)])

  const created = [one, two].map((answer) => answer.json<{ created: number }>().created)
  expect(created.sort()).toEqual([0, 3])
  type Children = { children: { invitation: { useLimit: number; state: string; url: string } }[] }
  const { children } = two.json<Children>()
  expect(children.map(({ invitation }) => [invitation.useLimit, invitation.state])).toEqual(Array(3).fill([2, 'open']))
  expect(new Set(children.map(({ invitation }) => invitation.url)).size).toBe(3)
})

test('who may invite the families of a group', async () => {
  const own = await garden.group('Младшая', 'Ваня')
  const other = await garden.group('Старшая', 'Соня')
  const teacher = await garden.staff({ leads: [own.id] })
  const unconfirmed = await garden.staff({ isConfirmed: false, leads: [own.id] })
  const manager = await garden.manager()
  const stranger = await world.person()
  const mother = await world.person({ givenName: '' })
  await join(mother, await garden.inviteFamily(own.id, first(own.children)))

  const verdicts = async (groupId: GroupId) => {
    const people = { admin: garden.admin, manager, teacher, unconfirmed, mother, stranger }
    const asked = Object.entries(people).map(async ([name, by]) => {
      const answers = [
        await inviteFamilies(by, groupId),
        await by.request({ url: `/api/groups/${groupId}/invitations` }),
      ]
      return [name, answers.map((answer) => answer.statusCode)] as const
    })
    return Object.fromEntries(await Promise.all(asked))
  }

  expect(await verdicts(own.id)).toEqual({
    admin: [200, 200],
    manager: [200, 200],
    teacher: [200, 200],
    unconfirmed: [404, 404],
    mother: [403, 403],
    stranger: [404, 404],
  })
  // She sees that there is such a group, but it is not hers.
  expect(await verdicts(other.id)).toMatchObject({ teacher: [403, 403], mother: [404, 404], unconfirmed: [404, 404] })
})

test('a child of another group can not be slipped in', async () => {
  const own = await garden.group('Младшая', 'Ваня')
  const other = await garden.group('Старшая', 'Соня')
  const teacher = await garden.staff({ leads: [own.id] })

  const answer = await inviteFamilies(teacher, own.id, { childIds: other.children })

  expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/childIds' }] })
})

test('only the administration invites staff', async () => {
  const teacher = await garden.staff()
  const manager = await garden.manager()
  const stranger = await world.person()
  const ask = async (by: Someone, payload: object = { useLimit: 5 }) => {
    const invitationId = crypto.randomUUID()
    const url = pathOf(invitationEndpoints.inviteStaff, { organizationId: garden.id, invitationId })
    return (await by.request({ method: 'PUT', url, payload })).statusCode
  }

  expect(await Promise.all([garden.admin, manager, teacher, stranger].map((by) => ask(by)))).toEqual([
    200, 200, 403, 404,
  ])
  expect(await ask(garden.admin, { useLimit: 0, days: 400 })).toBe(400)
})

test('a retried invitation is the first one again', async () => {
  const url = pathOf(invitationEndpoints.inviteStaff, { organizationId: garden.id, invitationId: crypto.randomUUID() })
  const put = () => garden.admin.request({ method: 'PUT', url, payload: { useLimit: 5 } })

  expect((await put()).json()).toEqual((await put()).json())
})

test('the list holds exactly what the door lets one manage', async () => {
  const own = await garden.group('Младшая', 'Ваня', 'Соня')
  const other = await garden.group('Старшая', 'Тимофей')
  await inviteFamilies(garden.admin, own.id)
  await inviteFamilies(garden.admin, other.id)
  await garden.inviteStaff()
  const teacher = await garden.staff({ leads: [own.id] })
  const manager = await garden.manager()
  const all = await world.db.selectFrom('invitation').select('id').execute()

  for (const by of [garden.admin, manager, teacher]) {
    const listed = new Set((await list(by)).invitations.map(({ id }) => id))
    for (const { id } of all) {
      const url = pathOf(invitationEndpoints.revoke, { organizationId: garden.id, invitationId: id })
      // A dry run of the door: a DELETE that would work, on a copy of the state rolled back below.
      const before = await world.db.selectFrom('invitation').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
      const { statusCode } = await by.request({ method: 'DELETE', url })
      expect([id, statusCode]).toEqual([id, listed.has(id) ? 200 : 404])
      const { revoked_at, revoked_by } = before
      await world.db.updateTable('invitation').where('id', '=', id).set({ revoked_at, revoked_by }).execute()
    }
  }
  expect((await list(teacher)).invitations).toHaveLength(2)
})

test('those without anything to manage are refused the list, strangers are told that there is none', async () => {
  const unconfirmed = await garden.staff({ isConfirmed: false })
  const stranger = await world.person()
  const url = pathOf(invitationEndpoints.list, { organizationId: garden.id })

  expect((await unconfirmed.request({ url })).statusCode).toBe(403)
  expect((await stranger.request({ url })).json()).toMatchObject({ code: 'not-found' })
})

test('the list says who came in by which link', async () => {
  const group = await garden.group('Младшая', 'Ваня')
  const invitation = await garden.inviteFamily(group.id, first(group.children))
  const mother = await world.person({ givenName: '' })
  await join(mother, invitation)

  const shown = (await list(garden.admin)).invitations.find(({ id }) => id === invitation.id)

  expect(shown).toMatchObject({
    state: 'open',
    uses: 1,
    useLimit: 2,
    usedBy: [{ name: 'Елена Кузнецова', label: 'мама Вани' }],
  })
})

test('a revoked link is dead at once, and revoking it again is fine', async () => {
  const group = await garden.group('Младшая', 'Ваня')
  const invitation = await garden.inviteFamily(group.id, first(group.children))

  expect((await revoke(garden.admin, invitation.id)).json()).toMatchObject({ state: 'revoked' })
  expect((await revoke(garden.admin, invitation.id)).statusCode).toBe(200)
  expect(await stateOf(invitation.url)).toBe('invitation-revoked')
})

test('an administrator elsewhere is told that there is no such invitation', async () => {
  const other = await createKindergarten(world, 'МБДОУ «Ромашка»')
  const invitation = await garden.inviteStaff()

  expect((await revoke(other.admin, invitation.id)).statusCode).toBe(404)
  expect((await revoke(other.admin, invitation.id, other.id)).statusCode).toBe(404)
  expect(await stateOf(invitation.url)).toBe('open')
})

test('unclaimed links are counted and ended in one step, those that were used stay', async () => {
  const other = await createKindergarten(world, 'МБДОУ «Ромашка»')
  const group = await other.group('Младшая', 'Ваня', 'Соня', 'Тимофей')
  const [used, ...unused] = await Promise.all(group.children.map((child) => other.inviteFamily(group.id, child)))
  if (!used) throw new Error('Nobody invited')
  await join(await world.person({ givenName: '' }), used)
  const url = (endpoint: typeof invitationEndpoints.list | typeof invitationEndpoints.revokeUnclaimed) =>
    pathOf(endpoint, { organizationId: other.id })
  const count = async () =>
    (await other.admin.request({ url: url(invitationEndpoints.list) })).json<{ unclaimed: number }>().unclaimed
  const end = async () =>
    (
      await other.admin.request({ method: 'POST', url: url(invitationEndpoints.revokeUnclaimed), payload: {} })
    ).json<unknown>()

  expect(await count()).toBe(2)
  expect(await end()).toEqual({ revoked: 2 })
  expect([await count(), await end()]).toEqual([0, { revoked: 0 }])
  expect(await Promise.all(unused.map((invitation) => stateOf(invitation.url)))).toEqual(
    Array(2).fill('invitation-revoked'),
  )
  expect(await stateOf(used.url)).toBe('open')
})

test('a child whose link is dead gets a new one, and the old stays dead', async () => {
  const group = await garden.group('Младшая', 'Ваня')
  const child = first(group.children)
  const old = await garden.inviteFamily(group.id, child)
  await revoke(garden.admin, old.id)

  const fresh = await garden.inviteFamily(group.id, child)

  expect(fresh.id).not.toBe(old.id)
  expect([await stateOf(old.url), await stateOf(fresh.url)]).toEqual(['invitation-revoked', 'open'])
})

test('the list goes on page by page without gaps or doubles, and filters by state', async () => {
  const other = await createKindergarten(world, 'МБДОУ «Василёк»')
  const names = Array.from({ length: 60 }, (_, index) => `Ребёнок ${String(index)}`)
  const group = await other.group('Большая', ...names)
  await inviteFamilies(other.admin, group.id)
  const page = async (query: string) =>
    (await other.admin.request({ url: `/api/organizations/${other.id}/invitations${query}` })).json<{
      invitations: { id: string }[]
      next: string | null
    }>()

  const one = await page('?state=open')
  const two = await page(`?state=open&after=${String(one.next)}`)

  const ids = [...one.invitations, ...two.invitations].map(({ id }) => id)
  expect([ids.length, new Set(ids).size, two.next]).toEqual([60, 60, null])
  expect((await page('?state=spent')).invitations).toEqual([])
})
