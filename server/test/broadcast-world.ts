import type {
  Broadcast,
  BroadcastChat,
  BroadcastId,
  BroadcastMessage,
  Channel,
  Question,
  QuestionId,
} from '@kolosok/contract'
import { expect } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { seedOrganization } from './organization-seed.ts'
import type { World } from './world.ts'

type Someone = Awaited<ReturnType<World['person']>>

/** A kindergarten with a group, its teacher and a mother, and what they do about broadcasts. */
export async function seedGarden(world: World) {
  const garden = await seedOrganization(world)
  const groupId = await garden.group('Младшая')
  const [admin, head] = [await garden.admin(), await garden.head()]
  const teacher = await garden.teacher({ groups: [groupId] })
  const childId = await garden.child('Ваня К.', groupId)
  const mother = await garden.parent([childId])
  const audience = { kind: 'groups', groupIds: [groupId] }
  const inTime = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

  const put = (who: Someone, id: BroadcastId, payload: object) =>
    who.request({ method: 'PUT', url: `/api/organizations/${garden.id}/broadcasts/${id}`, payload })
  const plan = (who: Someone, given: object = {}, id: BroadcastId = newId<BroadcastId>()) =>
    put(who, id, { title: 'Собрание', audience, plannedAt: inTime(60), ...given })
  async function planned(who: Someone, given: object = {}): Promise<Broadcast> {
    const answer = await plan(who, given)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<Broadcast>()
  }

  return {
    ...garden,
    groupId,
    childId,
    audience,
    admin,
    head,
    teacher,
    mother,
    inTime,
    put,
    plan,
    planned,
    /** As if LiveKit were here: without it nobody can begin. The mother and the teacher look on. */
    async live(given: object = {}): Promise<Broadcast> {
      const { id } = await planned(head, given)
      const state = { state: 'live' as const, started_at: new Date() }
      await world.db.updateTable('broadcast').where('id', '=', id).set(state).execute()
      const seats = [mother, teacher].map(({ accountId, sessionId }) => ({
        broadcast_id: id,
        account_id: accountId,
        session_id: sessionId,
      }))
      await world.db.insertInto('broadcast_person').values(seats).execute()
      return (await head.request({ url: `/api/broadcasts/${id}` })).json<Broadcast>()
    },
    async channel(title = 'Новости сада'): Promise<Channel> {
      const url = `/api/organizations/${garden.id}/channels/${newId()}`
      return (
        await admin.request({ method: 'PUT', url, payload: { title, audience: { kind: 'all' } } })
      ).json<Channel>()
    },
  }
}

export type Garden = Awaited<ReturnType<typeof seedGarden>>

/** What a person does about one broadcast. */
export function spectator({ request }: Pick<Someone, 'request'>) {
  const one = ({ id }: Pick<Broadcast, 'id'>) => `/api/broadcasts/${id}`
  const put = (url: string, payload?: object) => request({ method: 'PUT', url, ...(payload && { payload }) })
  return {
    get: (broadcast: Broadcast) => request({ url: one(broadcast) }),
    read: async (broadcast: Broadcast) => (await request({ url: one(broadcast) })).json<Broadcast>(),
    start: (broadcast: Broadcast) => put(`${one(broadcast)}/start`),
    end: (broadcast: Broadcast) => put(`${one(broadcast)}/end`),
    cancel: (broadcast: Broadcast) => put(`${one(broadcast)}/cancel`),
    join: (broadcast: Broadcast) => request({ method: 'POST', url: `${one(broadcast)}/token` }),
    raiseHand: (broadcast: Broadcast, isUp = true) => put(`${one(broadcast)}/hand`, { isUp }),
    enterStage: (broadcast: Broadcast) => put(`${one(broadcast)}/stage`),
    leaveStage: (broadcast: Broadcast) => request({ method: 'DELETE', url: `${one(broadcast)}/stage` }),
    invite: (broadcast: Broadcast, who: Someone) => put(`${one(broadcast)}/people/${who.accountId}/stage`),
    putBack: (broadcast: Broadcast, who: Someone) =>
      request({ method: 'DELETE', url: `${one(broadcast)}/people/${who.accountId}/stage` }),
    people: (broadcast: Broadcast) => request({ url: `${one(broadcast)}/people` }),
    ask: (broadcast: Broadcast, text: string, id = newId<QuestionId>()) =>
      put(`${one(broadcast)}/questions/${id}`, { text }),
    decide: (broadcast: Broadcast, question: Pick<Question, 'id'>, state: string) =>
      put(`${one(broadcast)}/questions/${question.id}/state`, { state }),
    say: (broadcast: Broadcast, text: string, id: string = newId()) => put(`${one(broadcast)}/chat/${id}`, { text }),
    remove: (broadcast: Broadcast, { id }: Pick<BroadcastMessage, 'id'>) =>
      request({ method: 'DELETE', url: `${one(broadcast)}/chat/${id}` }),
    mute: (broadcast: Broadcast, { id }: Pick<BroadcastMessage, 'id'>, isMuted = true) =>
      put(`${one(broadcast)}/chat/${id}/muted`, { isMuted }),
    setChat: (broadcast: Broadcast, isOn: boolean) => put(`${one(broadcast)}/chat`, { isOn }),
    chat: async (broadcast: Broadcast, before?: number) =>
      (
        await request({ url: `${one(broadcast)}/chat`, ...(before && { query: { before: String(before) } }) })
      ).json<BroadcastChat>(),
    questions: async (broadcast: Broadcast) =>
      (await request({ url: `${one(broadcast)}/questions` })).json<{ questions: Question[] }>().questions,
  }
}
