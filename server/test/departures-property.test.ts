import {
  type Departure,
  departureEndpoints,
  groupChatEndpoints,
  groupEndpoints,
  type GroupId,
  type MembershipId,
  pathOf,
} from '@kolosok/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { workOutBelonging } from './belonging.ts'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { listOwnerless } from './ownerless.ts'
import { membersBySides, restructure } from './structure-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let sad: SeededOrganization
let admin: Someone
let staff: Someone[]
let groups: GroupId[]
beforeAll(async () => {
  world = await createWorld()
  sad = await seedOrganization(world)
  ;[admin, groups] = [await sad.admin(), [await sad.group('А'), await sad.group('Б'), await sad.group('В')]]
  const [first, second] = [await sad.child('Ваня', groups[0] as GroupId), await sad.child('Соня', groups[1] as GroupId)]
  staff = [await sad.head(), await sad.deputy(), await sad.admin(), await sad.teacher()]
  for (const groupId of groups) staff.push(await sad.teacher({ groups: [groupId] }))
  staff.push({
    ...(await sad.parent([first, second], 'мама', staff[4])),
    membershipId: (staff[4] as Someone).membershipId,
  })
  const all = [sad.staffGroupId, ...groups]
  await restructure({ ...world, organizationId: sad.id }, admin, all, () => Promise.resolve())
})
afterAll(() => world.close())

type Someone = Awaited<ReturnType<SeededOrganization['admin']>>
const at = <T>(all: readonly T[], index: number): T => all[index % all.length] as T

/** The membership somebody works by now; the last one they had, when they have gone. */
async function currentOf({ accountId }: Someone): Promise<MembershipId> {
  const { id } = await world.db
    .selectFrom('membership')
    .where('account_id', '=', accountId)
    .where('organization_id', '=', sad.id)
    .where('role', 'in', ['management', 'teacher'])
    .orderBy('created_at', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

const leads = ({ groupId, membershipId }: { groupId: GroupId; membershipId: MembershipId }) =>
  world.db
    .selectFrom('group_teacher')
    .where('group_id', '=', groupId)
    .where('membership_id', '=', membershipId)
    .where('until_at', 'is', null)
    .where('duty', '=', 'lead')
    .select('duty')
    .executeTakeFirst()
    .then((found) => found !== undefined)

const put = (by: Someone, url: string, payload: object) => by.request({ method: 'PUT', url, payload })

/** Hands on to whomever chance says, of those the dialog offers. */
async function depart(by: Someone, who: Someone, chance: number) {
  const url = pathOf(departureEndpoints.leave, { organizationId: sad.id, membershipId: await currentOf(who) })
  const answer = await by.request({ url })
  if (answer.statusCode !== 200) return
  const { groups: led, chats, chatCandidates, linkCandidates } = answer.json<Departure>()
  await put(by, url, {
    groups: led.map(({ id, candidates }) => ({ groupId: id, to: at(candidates, chance) })),
    chatsTo: chats.length > 0 ? at(chatCandidates, chance) : null,
    linksTo: chance % 2 === 0 ? at(linkCandidates, chance) : null,
  })
}

const steps: Record<string, (a: number, b: number) => Promise<unknown>> = {
  letGo: (a, b) => depart(admin, at(staff, a), b),
  leave: (a, b) => depart(at(staff, a), at(staff, a), b),
  takeBack: async (a) => {
    const place = { organizationId: sad.id, membershipId: await currentOf(at(staff, a)) }
    return admin.request({ method: 'DELETE', url: pathOf(departureEndpoints.takeBack, place) })
  },
  attach: async (a, b) => {
    const place = { groupId: at(groups, b), membershipId: await currentOf(at(staff, a)) }
    // An administrator may turn the only lead into a specialist: no departure is to blame for a group without one.
    const isLead = await leads(place)
    return put(admin, pathOf(groupEndpoints.attachTeacher, place), {
      duty: isLead || b % 2 === 0 ? 'lead' : 'specialist',
    })
  },
  substitute: async (a, b) => {
    const place = { groupId: at(groups, b), substitutionId: newId() }
    const days = { firstDay: new Date().toISOString().slice(0, 10), lastDay: '2126-12-12' }
    const membershipId = await currentOf(at(staff, a))
    return put(admin, pathOf(groupEndpoints.nameSubstitute, place), { membershipId, ...days })
  },
  invite: (a, b) => put(at(staff, a), `/api/groups/${at(groups, b)}/invitations`, {}),
  gather: async (a, b) => {
    const place = { organizationId: sad.id, chatId: newId() }
    const body = { title: 'Кружок', membershipIds: [await currentOf(at(staff, b))] }
    return put(at(staff, a), pathOf(groupChatEndpoints.create, place), body)
  },
  write: async (a, b) =>
    put(at(staff, a), `/api/organizations/${sad.id}/direct-chats/${await currentOf(at(staff, b))}`, {}),
}
const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(30), fc.nat(30))

test('whoever leaves, whoever comes back: nothing hangs on somebody who has gone, and the chats are as defined', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (sequence) => {
      for (const [name, a, b] of sequence) await steps[name]?.(a, b)
      expect(await listOwnerless(world, sad.id)).toEqual([])
      const belongingTo = await workOutBelonging(world, sad.id)
      for (const groupId of [sad.staffGroupId, ...groups]) {
        expect((await membersBySides(world, groupId)).chat).toEqual(belongingTo(groupId))
      }
    }),
    { numRuns: 20 },
  )
})
