import type { AccountId, Attendance, Call, CallId, ChatId } from '@kolosok/contract'
import { createMedia } from '#platform/livekit/media.ts'
import { newId } from '#platform/new-id.ts'
import { createChatWorld, type ChatPerson } from './chat-world.ts'
import { prepareLivekit, signNews } from './livekit.ts'

/** Where LiveKit has to be fetched or built first. */
export const LIVEKIT_ARRIVES_MS = 600_000

export type CallWorld = Awaited<ReturnType<typeof createCallWorld>>

/** The app beside a real LiveKit, with people who call each other. */
export async function createCallWorld(options: Parameters<typeof createChatWorld>[0] = {}) {
  const { livekit, start, stop } = await prepareLivekit()
  const world = await createChatWorld({ livekit, ...options })
  await start(`http://${world.address()}/api/livekit/webhook`)

  const news = async (event: object) =>
    world.request({ method: 'POST', url: '/api/livekit/webhook', ...(await signNews(event)) })

  return {
    ...world,
    livekit,
    media: createMedia(livekit),
    /** What LiveKit tells of somebody whose media flows, as no browser is here to make it do so. */
    tell: (
      type: 'joined' | 'left',
      call: Call,
      who: { accountId: AccountId },
      { at = new Date(), sid = who.accountId }: { at?: Date; sid?: string } = {},
    ) => {
      const seconds = String(Math.floor(at.getTime() / 1000))
      return news({
        event: `participant_${type}`,
        createdAt: seconds,
        room: { name: call.id },
        participant: { sid, identity: who.accountId, joinedAt: seconds, joinedAtMs: String(at.getTime()) },
      })
    },
    news,
    async directChat(one: ChatPerson, other: ChatPerson): Promise<ChatId> {
      const chatId = await world.chat([one, other])
      const [first, second] = [one.accountId, other.accountId].sort()
      await world.db
        .updateTable('chat')
        .where('id', '=', chatId)
        .set({ kind: 'direct', title: '', first_account_id: first ?? null, second_account_id: second ?? null })
        .execute()
      return chatId
    },
    async close() {
      await world.close()
      await stop()
    },
  }
}

/** What a person does about calls. */
export function caller({ request }: Pick<ChatPerson, 'request'>) {
  const one = ({ id }: { id: CallId }) => `/api/calls/${id}`
  const put = (url: string) => request({ method: 'PUT', url })
  return {
    start: (chatId: ChatId, callId = newId<CallId>()) => put(`/api/chats/${chatId}/calls/${callId}`),
    list: async () => (await request({ url: '/api/calls' })).json<{ calls: Call[] }>().calls,
    get: (call: Call) => request({ url: one(call) }),
    join: (call: Call) => request({ method: 'POST', url: `${one(call)}/token` }),
    decline: (call: Call) => put(`${one(call)}/decline`),
    leave: (call: Call) => put(`${one(call)}/leave`),
    end: (call: Call) => put(`${one(call)}/end`),
    mute: (call: Call, who: { accountId: AccountId }) => put(`${one(call)}/participants/${who.accountId}/mute`),
    remove: (call: Call, who: { accountId: AccountId }) =>
      request({ method: 'DELETE', url: `${one(call)}/participants/${who.accountId}` }),
    attendance: (call: Call) => request({ url: `${one(call)}/attendance` }),
    readAttendance: async (call: Call) => (await request({ url: `${one(call)}/attendance` })).json<Attendance>(),
  }
}

export async function startedBy(person: ChatPerson, chatId: ChatId): Promise<Call> {
  return (await caller(person).start(chatId)).json<Call>()
}

/** How the devices of this person ring for the call now. */
export async function ringOf(person: ChatPerson, call: Call): Promise<Call['ring'] | undefined> {
  return (await caller(person).list()).find(({ id }) => id === call.id)?.ring
}
