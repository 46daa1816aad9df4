import { type GroupId, type InvitationId, invitationEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKindergarten, join, type Kindergarten } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Someone = Pick<World, 'request'>
type Listed = {
  invitations: { id: InvitationId; state: string; child: { name: string } | null }[]
  unclaimed: number
  groups: { id: GroupId }[]
}

const list = async (garden: Kindergarten, by: Someone, query: Record<string, string> = {}) => {
  const url = pathOf(invitationEndpoints.list, { organizationId: garden.id })
  return (await by.request({ url, query })).json<Listed>()
}
const post = (garden: Kindergarten, by: Someone, name: 'revokeSelected' | 'revokeUnclaimed', payload: object) =>
  by.request({ method: 'POST', url: pathOf(invitationEndpoints[name], { organizationId: garden.id }), payload })
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
const ids = (listed: Listed) => listed.invitations.map(({ id }) => id).sort()

/** Two groups, a link of each standing in the first one, and one for the staff. */
async function seed() {
  const garden = await createKindergarten(world)
  const group = await garden.group('Гномики', 'Пётр Ёлкин', 'Соня', 'Тимофей', 'Лев', 'Ева')
  const other = await garden.group('Звёздочки', 'Мила')
  const invite = async (index: number) => {
    const childId = group.children[index]
    if (!childId) throw new Error('No such child')
    return (await garden.inviteFamily(group.id, childId, { useLimit: 1 })).id
  }
  const [unclaimed, expiring, expired, revoked] = [await invite(0), await invite(1), await invite(2), await invite(3)]
  const spent = await garden.inviteFamily(group.id, group.children[4] ?? (group.id as never), { useLimit: 1 })
  await join(await world.person({ givenName: '' }), spent)
  const set = (id: InvitationId, values: object) =>
    world.db.updateTable('invitation').where('id', '=', id).set(values).execute()
  await set(expiring, { expires_at: inDays(2) })
  await set(expired, { expires_at: inDays(-1) })
  await set(revoked, { revoked_at: new Date() })
  const elsewhere = (await garden.inviteFamily(other.id, other.children[0] ?? (other.id as never))).id
  const staff = (await garden.inviteStaff({ position: 'логопед' })).id
  return { garden, group, other, unclaimed, expiring, expired, revoked, spent: spent.id, elsewhere, staff }
}

test('the list narrows by standing, by role, by group, and by what somebody types', async () => {
  const { garden, group, ...made } = await seed()
  const found = async (query: Record<string, string>) => ids(await list(garden, garden.admin, query))
  const { unclaimed, expiring, expired, revoked, spent, elsewhere, staff } = made

  expect(await found({})).toHaveLength(7)
  expect(await found({ state: 'open' })).toEqual([unclaimed, expiring, elsewhere, staff].sort())
  expect(await found({ state: 'unclaimed' })).toEqual([unclaimed, expiring, elsewhere, staff].sort())
  expect(await found({ state: 'expiring' })).toEqual([expiring])
  expect(await found({ state: 'expired' })).toEqual([expired])
  expect(await found({ state: 'revoked' })).toEqual([revoked])
  expect(await found({ state: 'spent' })).toEqual([spent])
  expect(await found({ kind: 'staff' })).toEqual([staff])
  expect(await found({ groupId: group.id })).toEqual([unclaimed, expiring, expired, revoked, spent].sort())
  expect(await found({ search: 'елкин' })).toEqual([unclaimed])
  expect(await found({ search: 'ЛОГО' })).toEqual([staff])
  expect(await found({ search: 'Кузнецова' })).toEqual([spent])
  expect(await found({ search: '%' })).toEqual([])
})

test('what is counted as unclaimed is what ends, by the same filter', async () => {
  const { garden, group, elsewhere, staff } = await seed()
  const filter = { groupId: group.id }

  expect((await list(garden, garden.admin)).unclaimed).toBe(4)
  expect((await list(garden, garden.admin, { ...filter, state: 'spent' })).unclaimed).toBe(2)
  expect((await post(garden, garden.admin, 'revokeUnclaimed', filter)).json()).toEqual({ revoked: 2 })
  expect(ids(await list(garden, garden.admin, { state: 'unclaimed' }))).toEqual([elsewhere, staff].sort())
})

test('the picked ones end together, and the journal says so in one line', async () => {
  const { garden, unclaimed, expiring, expired } = await seed()
  const invitationIds = [unclaimed, expiring, expired]

  expect((await post(garden, garden.admin, 'revokeSelected', { invitationIds })).json()).toEqual({ revoked: 3 })
  expect((await post(garden, garden.admin, 'revokeSelected', { invitationIds })).json()).toEqual({ revoked: 0 })
  const entries = await world.db
    .selectFrom('audit_entry')
    .where('organization_id', '=', garden.id)
    .where('action', '=', 'invitation.revoked')
    .select(['account_id', 'details'])
    .execute()
  expect(entries.map(({ account_id }) => account_id)).toEqual([garden.admin.accountId])
  expect(new Set((entries[0]?.details as { invitationIds: string[] }).invitationIds)).toEqual(new Set(invitationIds))
})

test('a teacher sees, counts, finds and ends only what belongs to her own groups', async () => {
  const { garden, other, unclaimed, elsewhere, staff } = await seed()
  const teacher = await garden.staff({ leads: [other.id] })

  const seen = await list(garden, teacher)
  expect([ids(seen), seen.unclaimed, seen.groups.map(({ id }) => id)]).toEqual([[elsewhere], 1, [other.id]])
  expect(ids(await list(garden, teacher, { search: 'логопед' }))).toEqual([])
  for (const foreign of [unclaimed, staff]) {
    const answer = await post(garden, teacher, 'revokeSelected', { invitationIds: [elsewhere, foreign] })
    expect(answer.statusCode).toBe(404)
  }
  expect(ids(await list(garden, teacher, { state: 'open' }))).toEqual([elsewhere])
  expect((await post(garden, teacher, 'revokeUnclaimed', {})).json()).toEqual({ revoked: 1 })
})

test('who came in by a link stays written down: not even the database lets that be changed', async () => {
  const { spent } = await seed()
  const { db } = world
  const changes = [
    db
      .updateTable('invitation_use')
      .where('invitation_id', '=', spent)
      .set({ used_at: new Date(0) }),
    db.deleteFrom('invitation_use').where('invitation_id', '=', spent),
  ]
  for (const change of changes) await expect(change.execute()).rejects.toThrow('append-only')
})
