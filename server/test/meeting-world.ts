import { randomUUID } from 'node:crypto'
import type {
  AccountId,
  CallId,
  ChatId,
  GroupId,
  Meeting,
  MeetingInvitee,
  MeetingPlan,
  MessageId,
} from '@kolosok/contract'
import { expect } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createTasks } from '../src/tasks.ts'
import { seedOrganization } from './organization-seed.ts'
import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

type Someone = Pick<Awaited<ReturnType<World['person']>>, 'request'>
export const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

export type MeetingWorld = Awaited<ReturnType<typeof createMeetingWorld>>

/** A kindergarten in Moscow that meets; its clock is put where a test wants it, its letters are kept. */
export async function createMeetingWorld(
  start = '2026-12-01T09:00:00Z',
  given: Parameters<typeof createWorld>[0] = {},
) {
  const time = { at: new Date(start) }
  const outbox = createOutbox()
  const world = await createWorld({ clock: () => time.at, outbox, ...given })
  const remind = () => createTasks(world.context)['remind-of-meetings']?.run({})
  const keep = () => createTasks(world.context)['keep-attendance']?.run({})
  return { world, time, outbox, remind, keep, newGarden: () => gardenOf(world, time) }
}

type Stay = { readonly who: { readonly accountId: AccountId }; readonly from: string; readonly until: string | null }

/** A call in the chat of a meeting, as LiveKit told of it; it goes on while somebody is in it. */
export async function seedCallOf({ db }: Pick<World, 'db'>, chatId: ChatId, stays: readonly [Stay, ...Stay[]]) {
  const id = newId<CallId>()
  const isOver = stays.every(({ until }) => until !== null)
  const [{ who, from }] = stays
  await db
    .insertInto('call')
    .values({
      id,
      chat_id: chatId,
      message_id: newId<MessageId>(),
      started_by: who.accountId,
      started_at: new Date(from),
      ...(isOver && { ended_at: new Date(stays[0].until ?? from), outcome: 'ended' as const }),
    })
    .execute()
  const rows = stays.map((stay, at) => ({
    call_id: id,
    participant_sid: `PA_${String(at)}`,
    account_id: stay.who.accountId,
    joined_at: new Date(stay.from),
    left_at: stay.until === null ? null : new Date(stay.until),
  }))
  await db.insertInto('call_visit').values(rows).execute()
  return id
}

export type MeetingGarden = Awaited<ReturnType<typeof gardenOf>>

async function gardenOf(world: World, time: { at: Date }) {
  const garden = await seedOrganization(world)
  const usual = { title: 'Собрание', kind: 'in-person', place: 'Зал', day: '2026-12-10', from: '18:00', until: '19:00' }
  const plan = (who: Someone, given: object = {}, id: string = randomUUID()) =>
    who.request({
      method: 'PUT',
      url: `/api/organizations/${garden.id}/meetings/${id}`,
      payload: { ...usual, audience: { kind: 'all' }, ...given },
    })
  async function planned(who: Someone, given: object = {}): Promise<Meeting> {
    const answer = await plan(who, given)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<Meeting>()
  }
  const get = (who: Someone, id: string) => who.request({ url: `/api/meetings/${id}` })
  const seen = async (who: Someone, id: string) => (await get(who, id)).json<Meeting & { plan: MeetingPlan | null }>()
  const list = (who: Someone, query: Record<string, string> = {}) => {
    const from = new Date(time.at.getTime() - 30 * DAY).toISOString()
    const until = new Date(time.at.getTime() + 60 * DAY).toISOString()
    return who.request({ url: `/api/organizations/${garden.id}/meetings`, query: { from, until, ...query } })
  }
  const daysOf = async (who: Someone, query: Record<string, string> = {}) =>
    (await list(who, query)).json<{ meetings: Meeting[] }>().meetings.map(({ day }) => day)
  const titlesOf = async (who: Someone, query: Record<string, string> = {}) =>
    (await list(who, query)).json<{ meetings: Meeting[] }>().meetings.map(({ title }) => title)
  const answer = (who: Someone, { id, startsAt }: Pick<Meeting, 'id' | 'startsAt'>, given = 'yes') =>
    who.request({ method: 'PUT', url: `/api/meetings/${id}/answer`, payload: { answer: given, startsAt } })
  const cancel = (who: Someone, id: string, given: object = {}) =>
    who.request({ method: 'PUT', url: `/api/meetings/${id}/cancellation`, payload: { word: 'Карантин', ...given } })
  const enter = (who: Someone, id: string) => who.request({ method: 'POST', url: `/api/meetings/${id}/room` })
  const invitees = (who: Someone, id: string, query: Record<string, string> = {}) =>
    who.request({ url: `/api/meetings/${id}/invitees`, query })
  const inviteesOf = async (who: Someone, id: string) =>
    (await invitees(who, id)).json<{ invitees: MeetingInvitee[] }>().invitees

  /** A group with its teacher, and a family for each child. */
  async function groupOf(name: string, ...children: string[]) {
    const groupId = await garden.group(name)
    const teacher = await garden.teacher({ groups: [groupId] })
    const parents = []
    for (const child of children) parents.push(await garden.parent([await garden.child(child, groupId)]))
    return { groupId, teacher, parents }
  }
  const forGroup = (groupId: GroupId) => ({ audience: { kind: 'groups', groupIds: [groupId] } })
  return {
    ...garden,
    plan,
    planned,
    get,
    seen,
    list,
    daysOf,
    titlesOf,
    answer,
    cancel,
    enter,
    invitees,
    inviteesOf,
    groupOf,
    forGroup,
  }
}
