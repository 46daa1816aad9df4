import type { AccountId, Chat, ChatId, MembershipId, Message, MessageId, OrganizationId, Role } from '@kolosok/contract'
import type { InjectOptions } from 'fastify'
import { newId } from '#platform/new-id.ts'
import { type ClientOptions, connectClient } from './client.ts'
import { seedGroup } from './structure-seed.ts'
import { createWorld, origin, type World } from './world.ts'

export type ChatPerson = Awaited<ReturnType<ChatWorld['person']>>
export type ChatWorld = Awaited<ReturnType<typeof createChatWorld>>

export type MessagePage = { rev: number; messages: Message[]; people: { name: string }[]; isStart: boolean }

type Seed = {
  moderators?: readonly Speaker[]
  title?: string
  newcomersSee?: 'all' | 'from-joining'
  whoMayWrite?: 'all' | 'staff' | 'nobody'
  isBound?: boolean
}
type PersonSeed = { role?: Role; isAdmin?: boolean; isConfirmed?: boolean; givenName?: string }
type Speaker = { readonly accountId: AccountId; readonly membershipId: MembershipId; readonly role: Role }

/** A world with one organization, people in it who can talk, and chats with members chosen by hand. */
export async function createChatWorld(options: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(options)
  const organizationId = await seedOrganization(world)
  let turn = 0

  async function person(seed: PersonSeed = {}) {
    const index = turn
    turn += 1
    const { role = 'teacher', isAdmin = false, isConfirmed = true } = seed
    const someone = await world.person(seed.givenName ? { givenName: seed.givenName } : {}, index)
    const membershipId = await seedMembership(world, {
      organizationId,
      accountId: someone.accountId,
      role,
      isAdmin,
      isConfirmed,
    })
    return { ...someone, role, membershipId, ...speak(world, someone, index) }
  }

  return {
    ...world,
    organizationId,
    person,
    /** Of no organization. */
    async outsider() {
      const someone = await world.person()
      return { ...someone, ...speak(world, someone, 0) }
    },
    people: (count: number) => Promise.all(Array.from({ length: count }, () => person())),
    chat: (members: readonly Speaker[], seed: Seed = {}) => seedChat(world, organizationId, members, seed),
  }
}

type SignedIn = Awaited<ReturnType<World['person']>>

export function speak(world: World, { request, cookie }: SignedIn, index: number) {
  const messages = (chatId: ChatId) => `/api/chats/${chatId}/messages`
  const one = ({ chatId, id }: Message) => `${messages(chatId)}/${id}`
  const put = (url: string, payload?: object) => request({ method: 'PUT', url, ...(payload && { payload }) })
  return {
    messages,
    connect: (options: Partial<ClientOptions> = {}) =>
      connectClient({ url: `ws://${world.address(index)}/api/realtime`, cookie, origin, ...options }),
    post: (chatId: ChatId, body: object = {}) =>
      request({
        method: 'POST',
        url: messages(chatId),
        payload: { id: newId<MessageId>(), text: 'Завтра в 17:00 собрание', ...body },
      }),
    page: async (chatId: ChatId, before?: number) =>
      (
        await request({ url: messages(chatId), ...(before && { query: { before: String(before) } }) })
      ).json<MessagePage>(),
    chats: async () => (await request({ url: '/api/chats' })).json<{ ownRev: number; chats: Chat[] }>(),
    change: (method: 'PATCH' | 'DELETE', message: Message, payload?: object) =>
      request({ method, url: one(message), ...(payload && { payload }) }),
    get: (message: Message) => request({ url: one(message) }),
    react: (message: Message) => put(`${one(message)}/reactions/${encodeURIComponent('👍')}`),
    unreact: (message: Message) =>
      request({ method: 'DELETE', url: `${one(message)}/reactions/${encodeURIComponent('👍')}` }),
    vote: (message: Message, ...options: number[]) => put(`${one(message)}/vote`, { options }),
    read: (chatId: ChatId, seq: number) => put(`/api/chats/${chatId}/read`, { seq }),
    mute: (chatId: ChatId, isMuted = true) => put(`/api/chats/${chatId}/mute`, { isMuted }),
    enter: (chatId: ChatId) => request({ method: 'POST', url: `/api/chats/${chatId}/enter` }),
    members: (chatId: ChatId) => request({ url: `/api/chats/${chatId}/members` }),
    remove: (chatId: ChatId, who: { accountId: AccountId }) =>
      request({ method: 'DELETE', url: `/api/chats/${chatId}/members/${who.accountId}` } satisfies InjectOptions),
  }
}

export async function seedOrganization({ db }: Pick<World, 'db'>): Promise<OrganizationId> {
  const id = newId<OrganizationId>()
  const code = `o${id.slice(-12)}`
  await db
    .insertInto('organization')
    .values({ id, code, name: 'МБДОУ «Колосок»', short_name: 'Колосок', kind: 'kindergarten', inn: '7707083893' })
    .execute()
  return id
}

type MembershipSeed = {
  organizationId: OrganizationId
  accountId: AccountId
  role: Role
  isAdmin?: boolean
  isConfirmed?: boolean
}

export async function seedMembership(
  { db }: Pick<World, 'db'>,
  { organizationId, accountId, role, isAdmin = false, isConfirmed = true }: MembershipSeed,
): Promise<MembershipId> {
  const id = newId<MembershipId>()
  await db
    .insertInto('membership')
    .values({
      id,
      organization_id: organizationId,
      account_id: accountId,
      role,
      is_admin: isAdmin,
      confirmed_at: isConfirmed ? new Date() : null,
    })
    .execute()
  return id
}

export async function seedChat(
  { db }: Pick<World, 'db'>,
  organizationId: OrganizationId,
  members: readonly Speaker[],
  { moderators = [], title = 'Разговор', newcomersSee = 'all', whoMayWrite = 'all', isBound = false }: Seed,
): Promise<ChatId> {
  const id = newId<ChatId>()
  const bound_group_id = isBound ? await seedGroup({ db }, organizationId) : null
  await db
    .insertInto('chat')
    .values({
      id,
      organization_id: organizationId,
      kind: 'group',
      title,
      newcomers_see: newcomersSee,
      who_may_write: whoMayWrite,
      bound_to: isBound ? 'group' : null,
      bound_group_id,
    })
    .execute()
  const row = (role: 'member' | 'moderator') => (person: Speaker) => ({
    chat_id: id,
    account_id: person.accountId,
    membership_id: person.membershipId,
    role,
    is_staff: person.role === 'teacher' || person.role === 'management',
  })
  await db
    .insertInto('chat_member')
    .values([...members.map(row('member')), ...moderators.map(row('moderator'))])
    .execute()
  return id
}
