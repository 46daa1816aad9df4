import type { AccountId, Chat, GroupId, MembershipId } from '@kolosok/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { contactPolicy } from '../src/contacts/policy.ts'
import { listContactFacts } from '../src/contacts/store.ts'
import { createStructurePort } from '#members/index.ts'
import { transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { workOutBelonging } from './belonging.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'
import { membersBySides, seedChild, seedGroup } from './structure-seed.ts'

let world: ChatWorld
let admin: ChatPerson
let staff: ChatPerson[]
let parents: ChatPerson[]
let groups: GroupId[]
let children: Awaited<ReturnType<typeof seedChild>>[]

beforeAll(async () => {
  world = await createChatWorld()
  admin = await world.person({ isAdmin: true })
  staff = [admin, await world.person(), await world.person({ isConfirmed: false }), await world.person()]
  staff.push(await world.person({ role: 'management' }))
  parents = await Promise.all(Array.from({ length: 5 }, () => world.person({ role: 'parent' })))
  groups = [await seedGroup(world, world.organizationId, { kind: 'staff' })]
  for (let i = 0; i < 3; i += 1) groups.push(await seedGroup(world, world.organizationId))
  children = await Promise.all(groups.slice(1).map((groupId) => seedChild(world, world.organizationId, groupId)))
  await change(() => Promise.resolve())
})
afterAll(() => world.close())

async function change(work: (tx: Tx) => Promise<unknown>) {
  const port = createStructurePort(world)
  const { accountId } = admin
  await transact(world.db, async (tx, afterCommit) => {
    await work(tx)
    const changed = { organizationId: world.organizationId, groupIds: groups }
    await port.changed(tx, { accountId }, changed, afterCommit)
  })
}

const now = () => new Date()
const steps: Record<string, (tx: Tx, a: number, b: number) => Promise<unknown>> = {
  attach: (tx, a, b) =>
    tx
      .insertInto('group_teacher')
      .values({ group_id: groupAt(b), membership_id: at(staff, a).membershipId, duty: 'lead' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  detach: (tx, a, b) =>
    tx
      .updateTable('group_teacher')
      .set({ until_at: now() })
      .where('membership_id', '=', at(staff, a).membershipId)
      .where('group_id', '=', groupAt(b))
      .execute(),
  guard: (tx, a, b) =>
    tx
      .insertInto('guardianship')
      .values({ child_id: at(children, b), membership_id: at(parents, a).membershipId, label: 'мама' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  unguard: (tx, a, b) =>
    tx
      .updateTable('guardianship')
      .set({ until_at: now() })
      .where('membership_id', '=', at(parents, a).membershipId)
      .where('child_id', '=', at(children, b))
      .execute(),
  move: async (tx, a, b) => {
    await tx.updateTable('group_child').set({ until_at: now() }).where('child_id', '=', at(children, a)).execute()
    await tx
      .insertInto('group_child')
      .values({ group_id: groupAt(b), child_id: at(children, a) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  confirm: (tx, a) => setConfirmed(tx, at(staff, a).membershipId, now()),
  unconfirm: (tx, a) => setConfirmed(tx, at(staff, a).membershipId, null),
  end: (tx, a) => setEnded(tx, at(parents, a).membershipId, now()),
  revive: (tx, a) => setEnded(tx, at(parents, a).membershipId, null),
  leave: (tx, a) => setEnded(tx, at(staff, a).membershipId, now()),
  comeBack: (tx, a) => setEnded(tx, at(staff, a).membershipId, null),
  limit: (tx, a, b) => setLimited(tx, at(parents, a).membershipId, b % 2 === 0),
  // From a few days ago or ahead, for a few days: over, under way, or yet to come.
  substitute: (tx, a, b) =>
    sql`insert into substitution (id, group_id, membership_id, first_day, last_day, named_by)
      values (${newId()}, ${groupAt(b)}, ${at(staff, a).membershipId}, current_date + ${(a % 5) - 3}::int,
        current_date + ${(a % 5) - 3 + (b % 4)}::int, ${admin.accountId})`.execute(tx),
  endEarly: (tx, a) =>
    tx
      .updateTable('substitution')
      .set({ ended_at: now() })
      .where('membership_id', '=', at(staff, a).membershipId)
      .execute(),
}

const setConfirmed = (tx: Tx, id: MembershipId, confirmed_at: Date | null) =>
  tx.updateTable('membership').set({ confirmed_at }).where('id', '=', id).execute()
const setLimited = (tx: Tx, id: MembershipId, is_limited: boolean) =>
  tx.updateTable('guardianship').set({ is_limited }).where('membership_id', '=', id).execute()
const setEnded = (tx: Tx, id: MembershipId, ended_at: Date | null) =>
  tx.updateTable('membership').set({ ended_at }).where('id', '=', id).execute()

const groupAt = (index: number) => at(groups.slice(1), index)
function at<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length]
  if (found === undefined) throw new Error('Nothing there')
  return found
}

const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(30), fc.nat(30))

test('whatever happens to the structure, every bound chat holds exactly who belongs to its group', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (sequence) => {
      await Promise.all(sequence.map(([name, a, b]) => change((tx) => steps[name]?.(tx, a, b) ?? Promise.resolve())))
      const belongingTo = await workOutBelonging(world, world.organizationId)
      for (const groupId of groups) {
        const { view, chat } = await membersBySides(world, groupId)
        expect([view, chat]).toEqual([belongingTo(groupId), belongingTo(groupId)])
      }
    }),
    { numRuns: 40 },
  )
})

test('the contacts on the list are those the policy lets one write to', async () => {
  const { organizationId } = world
  const everybody = [...staff, ...parents]
  await change((tx) => tx.updateTable('organization').set({ may_parents_write_each_other: true }).execute())
  for (const asker of everybody) {
    const allowed: AccountId[] = []
    for (const other of everybody.filter(({ accountId }) => accountId !== asker.accountId)) {
      const asked = { organizationId, membershipId: other.membershipId }
      const facts = await listContactFacts(world.db, asker.accountId, asked)
      if (facts.some((one) => contactPolicy.open(one))) allowed.push(other.accountId)
    }
    const answer = await asker.request({ url: `/api/organizations/${organizationId}/contacts` })
    const listed = answer.statusCode === 404 ? [] : answer.json<{ people: { accountId: AccountId }[] }>().people
    expect(listed.map(({ accountId }) => accountId).sort()).toEqual(allowed.sort())
  }
})

test('the chat list holds exactly the chats whose door opens, with the same abilities', async () => {
  const all = await world.db.selectFrom('chat').select('id').execute()
  for (const person of [...staff, ...parents]) {
    const listed = new Map((await person.chats()).chats.map((chat) => [chat.id, chat]))
    for (const { id } of all) {
      const door = await person.request({ url: `/api/chats/${id}` })
      expect([id, door.statusCode]).toEqual([id, listed.has(id) ? 200 : 404])
      if (door.statusCode === 200) expect(door.json<Chat>()).toEqual(listed.get(id))
      expect((await person.request({ url: person.messages(id) })).statusCode).toBe(door.statusCode)
    }
  }
})
