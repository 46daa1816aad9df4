import { type ChildId, type GroupId, kindergartenAges, type RollOver } from '@kolosok/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openYear } from './roll-over-seed.ts'
import { membersBySides } from './structure-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

const AGES = [...kindergartenAges, 'разновозрастная']
const place = fc.nat(20)
const shape = fc.record({
  ages: fc.array(fc.constantFrom(...AGES), { minLength: 2, maxLength: 5 }),
  /** In which group, and in which club besides. */
  children: fc.array(fc.record({ group: place, isInClub: fc.boolean(), parents: fc.array(place, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 8,
  }),
  spoken: fc.array(place, { maxLength: 4 }),
  way: fc.constantFrom('together', 'onwards'),
  /** Whom to send elsewhere, and where to: past the last group means out. */
  exceptions: fc.array(fc.tuple(place, place), { maxLength: 3 }),
})
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

function at<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length]
  if (found === undefined) throw new Error('Nothing there')
  return found
}

async function build({ ages, children, spoken }: Shape) {
  const year = await openYear(world)
  const { organization } = year
  const groups: GroupId[] = []
  for (const [index, age] of ages.entries()) groups.push(await year.group(`Группа ${String(index)}`, age))
  const club = await year.group('Кружок', '', 'club')
  const teachers = []
  for (const groupId of groups) teachers.push(await organization.teacher({ groups: [groupId, club] }))
  const made: { id: ChildId; group: GroupId }[] = []
  const parents = new Map<number, ChildId[]>()
  for (const [index, child] of children.entries()) {
    const group = at(groups, child.group)
    const id = await organization.child(`Ребёнок ${String(index)}`, group)
    if (child.isInClub) await world.db.insertInto('group_child').values({ child_id: id, group_id: club }).execute()
    for (const parent of child.parents) parents.set(parent, [...(parents.get(parent) ?? []), id])
    made.push({ id, group })
  }
  for (const ids of parents.values()) await organization.parent([...new Set(ids)])
  await year.settle()
  for (const index of spoken) {
    const teacher = at(teachers, index)
    await year.say(teacher, (await year.chatOf(teacher, at(groups, index)))?.id, 'слово')
  }
  return { year, groups: [...groups, club], made }
}

/** All that a roll-over touches, as far as it is not what was said. */
async function picture(organizationId: string) {
  const { rows } = await sql<{ picture: unknown }>`
    select jsonb_build_object(
      'groups', (select jsonb_agg(jsonb_build_array(id, name, age, archived_at is null) order by id) from "group"
        where organization_id = ${organizationId}),
      'children', (select jsonb_agg(jsonb_build_array(c.id, c.left_at, gc.group_id, gc.from_at) order by c.id, gc.group_id)
        from child c left join group_child gc on gc.child_id = c.id and gc.until_at is null
        where c.organization_id = ${organizationId}),
      'past', (select count(*) from group_child gc join child c on c.id = gc.child_id
        where c.organization_id = ${organizationId}),
      'memberships', (select jsonb_agg(id order by id) from membership
        where organization_id = ${organizationId} and ended_at is null),
      'chats', (select jsonb_agg(jsonb_build_array(id, bound_group_id, state, title, archived_at) order by id) from chat
        where organization_id = ${organizationId}),
      'members', (select jsonb_agg(jsonb_build_array(m.chat_id, m.account_id, m.membership_id, m.role, m.is_staff,
          m.visible_from_seq, m.is_muted) order by m.chat_id, m.account_id)
        from chat_member m join chat c on c.id = m.chat_id where c.organization_id = ${organizationId})
    ) as picture
  `.execute(world.db)
  return rows[0]?.picture
}

test('whatever is planned, chats hold exactly who belongs afterwards; and undone, all is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(shape, async (given) => {
      const { year, groups, made } = await build(given)
      const { id: organizationId } = year.organization
      const before = await picture(organizationId)
      let draft: RollOver = await year.begin(given.way)
      for (const [child, to] of given.exceptions) {
        const { id, group } = at(made, child)
        const toGroupId = [...groups, null][to % (groups.length + 1)] ?? null
        draft = await year.plan(draft.id, `groups/${group}/children/${id}`, { toGroupId })
      }
      // What can't be is planned otherwise: the group stays open.
      for (const { id, name, age, toGroupId } of draft.groups.filter(({ fault }) => fault !== null)) {
        draft = await year.plan(draft.id, `groups/${id}`, { toGroupId, after: { name, age } })
      }
      const applied = await year.apply(draft)
      if (applied.statusCode === 409) {
        expect(applied.json()).toMatchObject({ code: 'roll-over-empty' })
        return
      }
      expect(applied.statusCode).toBe(200)
      for (const groupId of groups) {
        const { view, chat } = await membersBySides(world, groupId)
        expect(chat).toEqual(view)
      }
      expect((await year.undo(draft)).statusCode).toBe(200)
      expect(await picture(organizationId)).toEqual(before)
    }),
    { numRuns: 12 },
  )
})
