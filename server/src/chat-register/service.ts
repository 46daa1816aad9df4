import type {
  BroadcastId,
  CallId,
  ChatBinding,
  ChatId,
  MeetingId,
  OrganizationId,
  RegisteredBroadcast,
  RegisteredCall,
  RegisteredChat,
  RegisteredMeeting,
} from '@kolosok/contract'
import { listTaught } from '#groups/index.ts'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { listBroadcasts, listMeetings } from './event.store.ts'
import { listCalls, listChats, type Scope } from './store.ts'

const PAGE_SIZE = 50
const EXPORT_SIZE = 500

type Asked = { readonly organizationId: OrganizationId; readonly many?: '1' | undefined }
type Reading = Pick<Context, 'db' | 'clock'>

function pageOf<Row extends { id: string }>(rows: Row[], size: number) {
  const page = rows.slice(0, size)
  return { page, next: rows.length > size ? ((page.at(-1)?.id ?? null) as Row['id'] | null) : null }
}
const sizeOf = ({ many }: Asked) => (many ? EXPORT_SIZE : PAGE_SIZE)

/** Those who answer for all of it read all; a teacher what is of own groups, and one's own. */
async function scopeOf(db: Db, { accountId }: Actor, organizationId: OrganizationId): Promise<Scope> {
  const organization = await accessOrganization(db, { accountId }, organizationId, 'seeRegister')
  if (organizationPolicy.seeStatistics(organization) === 'allow') return { organizationId, own: null }
  const taught = await listTaught(db, organizationId, accountId)
  return { organizationId, own: { accountId, groupIds: taught.map(({ id }) => id) } }
}

type ChatsAsked = Asked & {
  readonly search?: string | undefined
  readonly binding?: ChatBinding | undefined
  readonly after?: ChatId | undefined
}

export async function getChatRegister(
  { db }: Reading,
  actor: Actor,
  asked: ChatsAsked,
): Promise<{ chats: RegisteredChat[]; next: ChatId | null }> {
  const { organizationId, search = '', binding = null, after = null } = asked
  const scope = await scopeOf(db, actor, organizationId)
  const size = sizeOf(asked)
  const { page, next } = pageOf(await listChats(db, { ...scope, search, binding, after, limit: size + 1 }), size)
  return { chats: page.map((chat) => ({ ...chat, lastAt: chat.lastAt?.toISOString() ?? null })), next }
}

type EventsAsked<Id> = Asked & {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly before?: Id | undefined
}

async function eventsOf<Id>({ db }: Reading, actor: Actor, asked: EventsAsked<Id>) {
  const { from = null, until = null, before = null } = asked
  return { ...(await scopeOf(db, actor, asked.organizationId)), from, until, before, limit: sizeOf(asked) + 1 }
}

export async function getCallRegister(
  context: Reading,
  actor: Actor,
  asked: EventsAsked<CallId>,
): Promise<{ calls: RegisteredCall[]; next: CallId | null }> {
  const { page, next } = pageOf(await listCalls(context.db, await eventsOf(context, actor, asked)), sizeOf(asked))
  return { calls: page.map((call) => ({ ...call, startedAt: call.startedAt.toISOString() })), next }
}

export async function getMeetingRegister(
  context: Reading,
  actor: Actor,
  asked: EventsAsked<MeetingId>,
): Promise<{ meetings: RegisteredMeeting[]; next: MeetingId | null }> {
  const rows = await listMeetings(context.db, await eventsOf(context, actor, asked), context.clock())
  const { page, next } = pageOf(rows, sizeOf(asked))
  return {
    meetings: page.map(({ audienceKind: kind, groups, ...meeting }) => ({
      ...meeting,
      startsAt: meeting.startsAt.toISOString(),
      audience: { kind, groups },
    })),
    next,
  }
}

export async function getBroadcastRegister(
  context: Reading,
  actor: Actor,
  asked: EventsAsked<BroadcastId>,
): Promise<{ broadcasts: RegisteredBroadcast[]; next: BroadcastId | null }> {
  const { page, next } = pageOf(await listBroadcasts(context.db, await eventsOf(context, actor, asked)), sizeOf(asked))
  return {
    broadcasts: page.map(({ audienceKind: kind, groups, ...broadcast }) => ({
      ...broadcast,
      plannedAt: broadcast.plannedAt.toISOString(),
      audience: { kind, groups },
    })),
    next,
  }
}
