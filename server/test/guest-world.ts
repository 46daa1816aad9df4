import { randomBytes, randomUUID } from 'node:crypto'
import type { CallId, ChatId, GuestLink, GuestView, WaitingPerson } from '@kolosok/contract'
import { expect } from 'vitest'
import { type createMeetingWorld, type MeetingGarden, seedCallOf } from './meeting-world.ts'
import type { World } from './world.ts'

type Someone = Pick<Awaited<ReturnType<World['person']>>, 'request' | 'accountId'>
export type GuestWorld = Awaited<ReturnType<typeof createMeetingWorld>>
export const newKey = () => randomBytes(32).toString('base64url')

/** Ten minutes before the meetings of the tests begin. */
export const JUST_BEFORE = new Date('2026-12-10T14:50:00Z')

/** What the host of a call does about those who wait. */
export const hostOf = ({ request }: Pick<Someone, 'request'>, callId: CallId) => {
  const waiting = async () => {
    const answer = await request({ url: `/api/calls/${callId}/waiting` })
    return answer.statusCode === 200 ? answer.json<{ people: WaitingPerson[] }>().people : answer.statusCode
  }
  return {
    waiting,
    /** Who is at the door; «not» before whom the host turned away. */
    ids: async () => {
      const people = await waiting()
      return Array.isArray(people) ? people.map(({ id, isTurnedAway }) => (isTurnedAway ? `not ${id}` : id)) : people
    },
    decide: (letIn: boolean, ...ids: string[]) =>
      request({ method: 'PUT', url: `/api/calls/${callId}/waiting/decision`, payload: { ids, letIn } }),
    remove: (guestId: string) => request({ method: 'DELETE', url: `/api/calls/${callId}/guests/${guestId}` }),
    mute: (guestId: string) => request({ method: 'PUT', url: `/api/calls/${callId}/guests/${guestId}/mute` }),
  }
}

/** What somebody does who has nothing but a link, in a browser with a key of its own. */
export const guestBy = ({ request }: Pick<World, 'request'>, token: string, key = newKey()) => ({
  open: () => request({ url: `/api/guest-links/${token}` }),
  ask: (name: string) => request({ method: 'PUT', url: `/api/guest-links/${token}/guests/${key}`, payload: { name } }),
  look: () => request({ url: `/api/guests/${key}` }),
  state: async () => (await request({ url: `/api/guests/${key}` })).json<GuestView>().state,
  join: () => request({ method: 'POST', url: `/api/guests/${key}/token` }),
  leave: () => request({ method: 'PUT', url: `/api/guests/${key}/leave` }),
  comeBack: () => request({ method: 'PUT', url: `/api/guests/${key}/return` }),
  key,
})

/** A meeting of a group that is about to begin, with its call, its teacher and a mother. */
export async function seedMeetingCall({ world, time }: GuestWorld, garden: MeetingGarden, given: object = {}) {
  const { groupId, teacher, parents } = await garden.groupOf(`Группа ${randomUUID()}`, 'Ваня К.')
  const [mother] = parents
  if (!mother) throw new Error('No mother')
  const meeting = await garden.planned(teacher, { ...garden.forGroup(groupId), kind: 'online', ...given })
  time.at = JUST_BEFORE
  const { chatId } = (await garden.enter(teacher, meeting.id)).json<{ chatId: ChatId }>()
  const from = time.at.toISOString()
  const callId = await seedCallOf(world, chatId, [{ who: teacher, from, until: null }])
  return { meeting, chatId, callId, groupId, teacher, mother, host: hostOf(teacher, callId) }
}

export async function linkOf(who: Pick<Someone, 'request'>, meetingId: string, maxGuests = 5) {
  const url = `/api/meetings/${meetingId}/guest-link`
  const answer = await who.request({ method: 'PUT', url, payload: { maxGuests } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<GuestLink>()
}

export const tokenIn = ({ url }: Pick<GuestLink, 'url'>) => url.split('/').at(-1) ?? ''

export const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code

/** A meeting with a call that goes on, and its link. */
export async function seedLink(place: GuestWorld, garden: MeetingGarden, maxGuests = 5) {
  const call = await seedMeetingCall(place, garden)
  const link = await linkOf(call.teacher, call.meeting.id, maxGuests)
  const guest = (key?: string) => guestBy(place.world, tokenIn(link), key)
  const asked = async (name: string) => {
    const one = guest()
    const answer = await one.ask(name)
    expect(answer.statusCode, answer.body).toBe(200)
    return { ...one, id: answer.json<{ id: string }>().id }
  }
  const revoke = () => call.teacher.request({ method: 'DELETE', url: `/api/meetings/${call.meeting.id}/guest-link` })
  return { ...call, link, guest, asked, revoke }
}
