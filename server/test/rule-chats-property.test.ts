import { randomUUID } from 'node:crypto'
import type { AccountId, ChatId, GroupId, MembershipId, RulePart } from '@kolosok/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStructurePort } from '#members/index.ts'
import { transact, type Tx } from '#platform/db.ts'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { readDefinition } from './rule-definition.ts'
import { createWorld, type World } from './world.ts'

let world: World
let place: SeededOrganization
let head: Awaited<ReturnType<SeededOrganization['head']>>
let staff: MembershipId[]
let parents: MembershipId[]
let groups: GroupId[]
let children: Awaited<ReturnType<SeededOrganization['child']>>[]
const rules = new Map<ChatId, RulePart[]>()

beforeAll(async () => {
  world = await createWorld()
  place = await seedOrganization(world)
  head = await place.head()
  groups = [await place.group('Ромашка'), await place.group('Василёк'), await place.group('Лютик')]
  staff = [(await place.deputy()).membershipId, (await place.admin()).membershipId]
  for (let i = 0; i < 4; i += 1) staff.push((await place.teacher({ isConfirmed: i > 0 })).membershipId)
  // A teacher who is a parent here, too.
  const both = await place.teacher({ groups: [groups[0] as GroupId] })
  staff.push(both.membershipId)
  children = await Promise.all(groups.flatMap((id) => [place.child('Ваня', id), place.child('Оля', id)]))
  const families = await Promise.all(children.map((id) => place.parent([id])))
  parents = [...families, await place.parent([children[0] as (typeof children)[0]], 'мама', both)].map(
    ({ membershipId }) => membershipId,
  )
  // The chats of the groups: they remember who belonged until now.
  await change(() => Promise.resolve({ groupIds: groups }), 0, 0)
  const [one, two] = groups as [GroupId, GroupId]
  await make([{ kind: 'management' }, { kind: 'admins' }])
  await make([
    { kind: 'teachers', positions: [], groupIds: [one] },
    { kind: 'committee', groupIds: [two] },
  ])
  await make([
    { kind: 'teachers', positions: ['Логопед'], groupIds: [] },
    { kind: 'parents', groupIds: [one, two] },
  ])
  await make([{ kind: 'head' }, { kind: 'parents', groupIds: [] }])
  await make([
    { kind: 'committee', groupIds: [] },
    { kind: 'teachers', positions: ['методист'], groupIds: [two] },
  ])
})
afterAll(() => world.close())

async function make(parts: RulePart[]) {
  const id = randomUUID() as ChatId
  const url = `/api/organizations/${place.id}/bound-chats/${id}`
  const answer = await head.request({ method: 'PUT', url, payload: { title: `Чат ${id}`, parts } })
  expect(answer.statusCode, answer.body).toBe(200)
  rules.set(id, parts)
}

type Touched = { groupIds?: GroupId[]; members?: MembershipId[] }
type Step = (tx: Tx, a: number, b: number) => Promise<Touched>

/** Tells the port what the modules would tell it, and no more. */
async function change(step: Step, a: number, b: number) {
  const port = createStructurePort(world)
  await transact(world.db, async (tx, afterCommit) => {
    await sql`select from organization where id = ${place.id} for update`.execute(tx)
    const { groupIds = [], members = [] } = await step(tx, a, b)
    const named = tx
      .selectFrom('membership')
      .where('id', 'in', [...members, head.membershipId])
      .select('account_id')
    const accountIds = (await named.execute()).map((row) => row.account_id)
    const told = { organizationId: place.id, groupIds, accountIds: members.length > 0 ? accountIds : [] }
    await port.changed(tx, { accountId: head.accountId }, told, afterCommit)
  })
}

const now = () => new Date()
const membership = (tx: Tx, id: MembershipId) => tx.updateTable('membership').where('id', '=', id)
const steps: Record<string, Step> = {
  async attach(tx, a, b) {
    const groupIds = [at(groups, b)]
    await tx
      .insertInto('group_teacher')
      .values({ group_id: at(groups, b), membership_id: at(staff, a), duty: 'lead' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { groupIds }
  },
  async detach(tx, a, b) {
    const ended = tx.updateTable('group_teacher').set({ until_at: now() }).where('membership_id', '=', at(staff, a))
    await ended.where('group_id', '=', at(groups, b)).where('until_at', 'is', null).execute()
    return { groupIds: [at(groups, b)] }
  },
  async move(tx, a, b) {
    const child = at(children, a)
    const open = tx.updateTable('group_child').where('child_id', '=', child).where('until_at', 'is', null)
    const left = await open.set({ until_at: now() }).returning('group_id').execute()
    await tx
      .insertInto('group_child')
      .values({ group_id: at(groups, b), child_id: child })
      .execute()
    return { groupIds: [...left.map((row) => row.group_id), at(groups, b)] }
  },
  async unguard(tx, a) {
    const id = at(parents, a)
    const ended = tx.updateTable('guardianship').set({ until_at: now() }).where('membership_id', '=', id)
    await ended.where('until_at', 'is', null).execute()
    return { groupIds: groups }
  },
  async guard(tx, a, b) {
    await tx
      .insertInto('guardianship')
      .values({ child_id: at(children, b), membership_id: at(parents, a), label: 'мама' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { groupIds: groups }
  },
  async speakFor(tx, a, b) {
    const place = { group_id: at(groups, b), membership_id: at(parents, a) }
    await tx
      .insertInto('group_committee')
      .values(place)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { groupIds: [at(groups, b)], members: [at(parents, a)] }
  },
  async position(tx, a, b) {
    await membership(tx, at(staff, a))
      .set({ position: at([' логопед', 'методист', 'воспитатель'], b) })
      .execute()
    return { members: [at(staff, a)] }
  },
  async confirm(tx, a, b) {
    await membership(tx, at(staff, a))
      .set({ confirmed_at: b % 2 === 0 ? now() : null })
      .execute()
    return { groupIds: groups, members: [at(staff, a)] }
  },
  async promote(tx, a, b) {
    await membership(tx, at(staff, a))
      .set({ role: b % 2 === 0 ? 'management' : 'teacher', is_admin: b % 3 === 0 })
      .execute()
    return { members: [at(staff, a)] }
  },
  async end(tx, a, b) {
    const id = at([...staff, ...parents], a)
    await membership(tx, id)
      .set({ ended_at: b % 2 === 0 ? now() : null })
      .execute()
    return { groupIds: groups, members: [id] }
  },
}

function at<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length]
  if (found === undefined) throw new Error('Nothing there')
  return found
}

const membersOf = async (chatId: ChatId): Promise<AccountId[]> =>
  (await world.db.selectFrom('chat_member').where('chat_id', '=', chatId).select('account_id').execute()).map(
    (row) => row.account_id,
  )

const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(30), fc.nat(30))

test('whatever happens, told of no more than what it touched, every chat of a rule holds exactly who fits it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (sequence) => {
      for (const [name, a, b] of sequence) await change(steps[name] as Step, a, b)
      const fitting = await readDefinition(world, place.id, groups)
      for (const [chatId, parts] of rules) {
        expect((await membersOf(chatId)).sort()).toEqual(fitting(parts))
      }
    }),
    { numRuns: 25 },
  )
})

test('a change reads the rules it can touch, and none of another organization', async () => {
  const elsewhere = await seedOrganization(world)
  const stranger = await elsewhere.parent([await elsewhere.child('Ваня', await elsewhere.group('Чужая'))])
  const chatId = randomUUID() as ChatId
  const untouched = [...rules].find(([, parts]) => parts[0]?.kind === 'management')?.[0] as ChatId
  // Wrong on purpose: whoever looked would put it right.
  await world.db
    .insertInto('chat')
    .values({ id: chatId, organization_id: elsewhere.id, kind: 'group', bound_to: 'rule', title: 'Чужой' })
    .execute()
  const wrong = { account_id: stranger.accountId, membership_id: stranger.membershipId, role: 'member' } as const
  await world.db
    .insertInto('chat_member')
    .values([
      { ...wrong, chat_id: chatId },
      { ...wrong, chat_id: untouched },
    ])
    .execute()

  await change(steps['move'] as Step, 0, 1)
  expect(await membersOf(chatId)).toEqual([stranger.accountId])
  expect(await membersOf(untouched)).toContain(stranger.accountId)
})
