import type { AccountId, Attendance, Call, CallId, ChatId, ParticipantId } from '@kolosok/contract'
import { createMedia } from '#platform/livekit/media.ts'
import { newId } from '#platform/new-id.ts'
import { createChatWorld, type ChatPerson } from './chat-world.ts'
import { prepareLivekit, signNews } from './livekit.ts'
import type { World } from './world.ts'

/** Where LiveKit has to be fetched or built first. */
export const LIVEKIT_ARRIVES_MS = 600_000

/** Of the people here, or somebody by the very name that LiveKit knows them by. */
type Someone = { readonly accountId: AccountId } | { readonly identity: string }

/** As whom LiveKit knows them in this call; whoever never came to it has a name that nobody knows. */
export async function participantOf(
  { db }: Pick<World, 'db'>,
  { id }: Pick<Call, 'id'>,
  { accountId }: { readonly accountId: AccountId },
): Promise<ParticipantId> {
  const row = await db
    .selectFrom('call_person')
    .where('call_id', '=', id)
    .where('account_id', '=', accountId)
    .select('participant_id')
    .executeTakeFirst()
  return row?.participant_id ?? newId<ParticipantId>()
}

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
    tell: async (
      type: 'joined' | 'left',
      call: Call,
      who: Someone,
      { at = new Date(), sid = 'identity' in who ? who.identity : who.accountId }: { at?: Date; sid?: string } = {},
    ) => {
      const identity = 'identity' in who ? who.identity : await participantOf(world, call, who)
      const seconds = String(Math.floor(at.getTime() / 1000))
      return news({
        event: `participant_${type}`,
        createdAt: seconds,
        room: { name: call.id },
        participant: { sid, identity, joinedAt: seconds, joinedAtMs: String(at.getTime()) },
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
    mute: (call: Call, participantId: ParticipantId) => put(`${one(call)}/participants/${participantId}/mute`),
    remove: (call: Call, participantId: ParticipantId) =>
      request({ method: 'DELETE', url: `${one(call)}/participants/${participantId}` }),
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
