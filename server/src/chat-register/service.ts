import type { CallId, ChatBinding, ChatId, OrganizationId, RegisteredCall, RegisteredChat } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { listCalls, listChats } from './store.ts'

const PAGE_SIZE = 50
const EXPORT_SIZE = 500

type Asked = { readonly organizationId: OrganizationId; readonly many?: '1' | undefined }
type Reading = Pick<Context, 'db'>

function pageOf<Row extends { id: string }>(rows: Row[], size: number) {
  const page = rows.slice(0, size)
  return { page, next: rows.length > size ? ((page.at(-1)?.id ?? null) as Row['id'] | null) : null }
}
const sizeOf = ({ many }: Asked) => (many ? EXPORT_SIZE : PAGE_SIZE)

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
  await accessOrganization(db, actor, organizationId, 'seeStatistics')
  const size = sizeOf(asked)
  const { page, next } = pageOf(await listChats(db, { organizationId, search, binding, after, limit: size + 1 }), size)
  return { chats: page.map((chat) => ({ ...chat, lastAt: chat.lastAt?.toISOString() ?? null })), next }
}

type CallsAsked = Asked & {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly before?: CallId | undefined
}

export async function getCallRegister(
  { db }: Reading,
  actor: Actor,
  asked: CallsAsked,
): Promise<{ calls: RegisteredCall[]; next: CallId | null }> {
  const { organizationId, from = null, until = null, before = null } = asked
  await accessOrganization(db, actor, organizationId, 'seeStatistics')
  const size = sizeOf(asked)
  const { page, next } = pageOf(await listCalls(db, { organizationId, from, until, before, limit: size + 1 }), size)
  return { calls: page.map((call) => ({ ...call, startedAt: call.startedAt.toISOString() })), next }
}
