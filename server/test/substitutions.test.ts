import {
  type Chat,
  chatEndpoints,
  type Group,
  groupEndpoints,
  type GroupId,
  type JournalEntry,
  journalEndpoints,
  pathOf,
  type SubstitutionId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { seedOrganization, type SeededOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: SeededOrganization
beforeAll(async () => {
  world = await createWorld()
  garden = await seedOrganization(world)
})
afterAll(() => world.close())

type Someone = Awaited<ReturnType<SeededOrganization['admin']>>

/** So many days from today, in the organization's zone. */
async function day(offset: number, zone = 'Europe/Moscow'): Promise<string> {
  const { rows } = await sql<{
    day: string
  }>`select ((now() at time zone ${zone})::date + ${offset}::int)::text as day`.execute(world.db)
  return rows[0]?.day ?? ''
}

/** As if so many days had gone by; nothing else happens. */
const daysGoBy = (id: SubstitutionId, days: number) =>
  sql`update substitution set first_day = first_day - ${days}::int, last_day = last_day - ${days}::int where id = ${id}`.execute(
    world.db,
  )

async function settled() {
  const [admin, lead, substitute] = [await garden.admin(), await garden.teacher(), await garden.teacher()]
  const groupId = await garden.group(`Ромашка ${newId<GroupId>()}`)
  const childId = await garden.child('Ваня К.', groupId)
  await attach(admin, groupId, lead)
  const id = newId<SubstitutionId>()
  const params = { groupId, substitutionId: id }
  return {
    ...{ admin, lead, substitute, groupId, childId, id },
    name: async (from: number, until: number, who = substitute, as = id) =>
      admin.request({
        method: 'PUT',
        url: pathOf(groupEndpoints.nameSubstitute, { groupId, substitutionId: as }),
        payload: { membershipId: who.membershipId, firstDay: await day(from), lastDay: await day(until) },
      }),
    setLastDay: async (until: number) =>
      admin.request({
        method: 'PATCH',
        url: pathOf(groupEndpoints.setLastDay, params),
        payload: { lastDay: await day(until) },
      }),
    end: () => admin.request({ method: 'DELETE', url: pathOf(groupEndpoints.endSubstitution, params) }),
    /** What the substitute sees of the children, and whether the group's chat is theirs. */
    rights: async () => ({
      children: (await substitute.request({ url: `/api/groups/${groupId}/children` })).statusCode,
      chat: (await chatOf(substitute, groupId))?.abilities.deleteAny ?? null,
    }),
  }
}

const attach = (admin: Someone, groupId: GroupId, { membershipId }: Someone) =>
  admin.request({
    method: 'PUT',
    url: pathOf(groupEndpoints.attachTeacher, { groupId, membershipId }),
    payload: { duty: 'lead' },
  })

async function chatOf(person: Someone, groupId: GroupId): Promise<Chat | undefined> {
  const { chats } = (await person.request({ url: chatEndpoints.list.path })).json<{ chats: Chat[] }>()
  return chats.find(({ binding }) => binding?.kind === 'group' && binding.groupId === groupId)
}

const asLead = { children: 200, chat: true }
const asColleague = { children: 403, chat: null }

test('from today on a substitute may what the lead may, and everybody sees until when', async () => {
  const { name, rights, substitute, groupId, lead } = await settled()
  expect(await rights()).toEqual(asColleague)

  const answer = await name(0, 14)

  expect(answer.statusCode).toBe(200)
  expect(await rights()).toEqual(asLead)
  const seen = (await lead.request({ url: `/api/groups/${groupId}` })).json<Group>()
  expect(seen.substitutes).toMatchObject([
    { person: { membershipId: substitute.membershipId }, lastDay: await day(14), state: 'current' },
  ])
  expect(seen.teachers).toHaveLength(1)
})

test('one that is planned gives nothing yet and is shown to whoever assigns teachers; its day gives all of it', async () => {
  const { name, rights, admin, lead, groupId, id } = await settled()
  await name(3, 14)
  await world.runJobs()
  expect(await rights()).toEqual(asColleague)
  const shownTo = async (person: Someone) =>
    (await person.request({ url: `/api/groups/${groupId}` })).json<Group>().substitutes.map(({ state }) => state)
  expect([await shownTo(admin), await shownTo(lead)]).toEqual([['planned'], []])

  await daysGoBy(id, 3)
  expect(await rights()).toEqual({ children: 200, chat: null })
  await followByJob()
  expect(await rights()).toEqual(asLead)
})

/** The scheduled task, as the queue would run it. */
async function followByJob() {
  await sql`select graphile_worker.add_job('follow-substitutions')`.execute(world.db)
  await world.runJobs()
}

test('with the last day the right ends, though the job is late; then the chat follows, once', async () => {
  const { name, rights, admin, id, groupId } = await settled()
  await name(0, 1)
  await daysGoBy(id, 1)
  expect(await rights()).toEqual(asLead)

  await daysGoBy(id, 1)

  expect((await rights()).children).toBe(403)
  await followByJob()
  await followByJob()
  expect(await rights()).toEqual(asColleague)
  const over = (await journalOf(admin)).filter(({ action }) => action === 'group.substitution-over')
  expect(over.map(({ author }) => author.kind)).toEqual(['system'])
  expect((await admin.request({ url: `/api/groups/${groupId}` })).json<Group>().substitutes).toEqual([])
})

async function journalOf(admin: Someone): Promise<JournalEntry[]> {
  const url = pathOf(journalEndpoints.list, { organizationId: garden.id })
  return (await admin.request({ url })).json<{ entries: JournalEntry[] }>().entries
}

test('killed in the middle, the job leaves nothing half done, and the next one does it', async () => {
  const { name, rights, id } = await settled()
  await name(2, 5)
  await daysGoBy(id, 2)
  // What the chats follow cannot be written: as if the process had ended before the commit.
  await sql`alter table chat_member add constraint nobody_now check (false) not valid`.execute(world.db)
  await followByJob()
  const followed = () => world.db.selectFrom('substitution').where('id', '=', id).select('followed').executeTakeFirst()
  expect(await followed()).toEqual({ followed: 'planned' })

  await sql`alter table chat_member drop constraint nobody_now`.execute(world.db)
  await followByJob()
  expect([await followed(), await rights()]).toEqual([{ followed: 'current' }, asLead])
})

test('is prolonged, shortened and ended early; ending it twice is fine, prolonging what is over is not', async () => {
  const { name, setLastDay, end, rights } = await settled()
  await name(0, 3)
  expect((await setLastDay(20)).json<Group>().substitutes).toMatchObject([{ lastDay: await day(20) }])
  expect((await setLastDay(0)).json<Group>().substitutes).toMatchObject([{ lastDay: await day(0) }])

  expect((await end()).json<Group>().substitutes).toEqual([])
  expect(await rights()).toEqual(asColleague)
  expect((await end()).statusCode).toBe(200)
  expect((await setLastDay(30)).json()).toMatchObject({ code: 'substitution-over' })
})

test('the same request again changes nothing; bad days are refused all at once', async () => {
  const { name, substitute, lead } = await settled()
  await name(0, 3)
  expect((await name(0, 3)).json<Group>().substitutes).toHaveLength(1)

  const refused = (answer: Awaited<ReturnType<typeof name>>) =>
    answer.json<{ errors: { pointer: string; code: string }[] }>().errors.map(({ pointer, code }) => [pointer, code])
  expect(refused(await name(-2, -3, lead, newId()))).toEqual([
    ['#/firstDay', 'past'],
    ['#/lastDay', 'before-first-day'],
    ['#/membershipId', 'leads-already'],
  ])
  expect(refused(await name(2, 400, substitute, newId()))).toEqual([
    ['#/lastDay', 'too-late'],
    ['#/membershipId', 'substitutes-already'],
  ])
})

test.each([
  ['Europe/Moscow', '2026-12-12T20:59:59Z', 'current'],
  ['Europe/Moscow', '2026-12-12T21:00:00Z', 'over'],
  ['Asia/Kamchatka', '2026-12-12T11:59:59Z', 'current'],
  ['Asia/Kamchatka', '2026-12-12T12:00:00Z', 'over'],
  ['Asia/Kamchatka', '2026-11-29T11:59:59Z', 'planned'],
  ['Europe/Kaliningrad', '2026-11-29T22:00:00Z', 'current'],
])('in %s, at %s, one from 30 November to 12 December is %s', async (zone, at, state) => {
  const { rows } = await sql<{ state: string }>`select substitution_state(
    '2026-11-30', '2026-12-12', null, ${zone}, ${at}::timestamptz) as state`.execute(world.db)
  expect(rows[0]?.state).toBe(state)
})
