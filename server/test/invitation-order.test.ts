import { type InvitationId, invitationEndpoints, type InvitationSort, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKindergarten, join, type Kindergarten } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Kindergarten
/** By the letters below. */
const named = new Map<InvitationId, string>()

const at = (day: number) => new Date(Date.UTC(2030, 0, day))

/** Made a to e; they end and were used in other orders, c and d never. */
beforeAll(async () => {
  world = await createWorld()
  garden = await createKindergarten(world)
  const group = await garden.group('Гномики', 'Яна Юдина', 'Алла Белова', 'Мила Котова')
  const family = async (index: number) => {
    const childId = group.children[index]
    if (!childId) throw new Error('No such child')
    return garden.inviteFamily(group.id, childId, { useLimit: 2 })
  }
  const staff = await garden.inviteStaff({ position: 'логопед' })
  const made = [await family(0), staff, await family(1), await garden.inviteStaff({ position: 'воспитатель' })]
  const last = await family(2)
  for (const used of [made[0], staff, last]) await join(await world.person({ givenName: '' }), used ?? last)
  const days = [
    { created_at: at(1), expires_at: at(43), last_used_at: at(22) },
    { created_at: at(2), expires_at: at(41), last_used_at: at(23) },
    { created_at: at(3), expires_at: at(45) },
    { created_at: at(4), expires_at: at(42) },
    { created_at: at(5), expires_at: at(44), last_used_at: at(21) },
  ]
  for (const [index, { id }] of [...made, last].entries()) {
    named.set(id, 'abcde'[index] ?? '')
    const written = world.db.selectFrom('invitation').where('id', '=', id).select(['uses', 'last_used_at'])
    const { uses, last_used_at } = await written.executeTakeFirstOrThrow()
    expect([uses > 0, last_used_at !== null]).toEqual(Array(2).fill(days[index]?.last_used_at !== undefined))
    await world.db
      .updateTable('invitation')
      .where('id', '=', id)
      .set(days[index] ?? {})
      .execute()
  }
})
afterAll(() => world.close())

type Rows = { readonly invitations: readonly { readonly id: InvitationId }[] }
const letters = ({ invitations }: Rows) => invitations.map(({ id }) => named.get(id))
const params = () => ({ organizationId: garden.id })
const list = async (query: Record<string, string>) =>
  letters((await garden.admin.request({ url: pathOf(invitationEndpoints.list, params()), query })).json<Rows>())
const take = (payload: object, by: Pick<World, 'request'> = garden.admin) =>
  by.request({ method: 'POST', url: pathOf(invitationEndpoints.export, params()), payload })

test.each([
  ['created', ['a', 'b', 'c', 'd', 'e']],
  ['-created', ['e', 'd', 'c', 'b', 'a']],
  ['expires', ['b', 'd', 'a', 'e', 'c']],
  ['-expires', ['c', 'e', 'a', 'd', 'b']],
  ['-used', ['b', 'a', 'e']],
  // Families by the names of the children, then the staff by their positions.
  ['whom', ['c', 'e', 'a', 'd', 'b']],
  ['-whom', ['b', 'd', 'a', 'e', 'c']],
] as const satisfies [InvitationSort, string[]][])(
  'in the order «%s» each page goes on where the last one ended',
  async (sort, order) => {
    const whole = await list({ sort })
    expect(whole.slice(0, order.length)).toEqual(order)
    expect(whole.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    const idOf = (letter: string | undefined) => [...named].find(([, one]) => one === letter)?.[0] ?? ''
    for (const [index, letter] of whole.entries()) {
      expect(await list({ sort, after: idOf(letter) })).toEqual(whole.slice(index + 1))
    }
    expect(letters((await take({ sort })).json<Rows>())).toEqual(whole)
  },
)

test('links nobody has come in by are the oldest by their use', async () => {
  const up = await list({ sort: 'used' })
  expect(up.slice(2)).toEqual(['e', 'a', 'b'])
  expect(await list({ sort: '-used' })).toEqual(up.toReversed())
})

test('what is taken is what the filter means, without the links and the addresses; the journal says how many', async () => {
  const before = await linesOf()
  const answer = await take({ sort: 'whom', kind: 'child', state: 'unclaimed', search: 'белова' })
  expect(answer.json()).toMatchObject({ isCut: false, invitations: [{ child: { name: 'Алла Белова' } }] })
  expect(answer.body).not.toMatch(/url|deliveries/)
  expect((await linesOf()).slice(before.length)).toEqual([{ count: 1 }])
})

test('a teacher takes along only what belongs to her own groups', async () => {
  const other = await garden.group('Звёздочки', 'Ева Ли')
  const teacher = await garden.staff({ leads: [other.id] })
  expect((await take({}, teacher)).json()).toEqual({ invitations: [], isCut: false })
})

const linesOf = async () =>
  (
    await world.db
      .selectFrom('audit_entry')
      .where('action', '=', 'invitation.exported')
      .select('details')
      .orderBy('id')
      .execute()
  ).map(({ details }) => details)
