import { randomBytes } from 'node:crypto'
import type { AccountId, ChatId, MembershipId, OrganizationId, SessionId } from '@kolosok/contract'
import { hashSessionToken } from '#identity/index.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import type { Secrets } from '#platform/secrets.ts'
import { seedChat, seedOrganization } from './chat-world.ts'

export type SeededPerson = {
  readonly accountId: AccountId
  readonly membershipId: MembershipId
  readonly cookie: string
}

/** Where to put people, and what their sessions are hashed with. */
export type Installation = { readonly db: Db; readonly secrets: Secrets }

/** Signed-in colleagues, many at once, for a server that runs as a process of its own. */
async function seedPeople(
  { db, secrets }: Installation,
  organizationId: OrganizationId,
  count: number,
): Promise<SeededPerson[]> {
  const people = Array.from({ length: count }, () => ({
    accountId: newId<AccountId>(),
    membershipId: newId<MembershipId>(),
    token: randomBytes(32).toString('base64url'),
  }))
  await db
    .insertInto('account')
    .values(people.map(({ accountId }) => ({ id: accountId, given_name: 'Имя' })))
    .execute()
  await db
    .insertInto('session')
    .values(
      people.map(({ accountId, token }) => ({
        id: newId<SessionId>(),
        account_id: accountId,
        token_hash: hashSessionToken({ secrets }, token),
      })),
    )
    .execute()
  await db
    .insertInto('membership')
    .values(
      people.map(({ accountId, membershipId }) => ({
        id: membershipId,
        account_id: accountId,
        organization_id: organizationId,
        role: 'teacher' as const,
      })),
    )
    .execute()
  return people.map(({ token, ...person }) => ({ ...person, cookie: `session=${token}` }))
}

export async function seedRoom(
  installation: Installation,
  count: number,
  chat: { readonly isBound?: boolean } = {},
): Promise<{ organizationId: OrganizationId; chatId: ChatId; people: SeededPerson[] }> {
  const organizationId = await seedOrganization(installation)
  const people = await seedPeople(installation, organizationId, count)
  const speakers = people.map((person) => ({ ...person, role: 'teacher' as const }))
  return { organizationId, chatId: await seedChat(installation, organizationId, speakers, chat), people }
}
