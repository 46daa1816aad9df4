import { shareStructure } from '#members/index.ts'
import { type Chat, type ChatId, type MembershipId, type OrganizationId, type Person } from '@kolosok/contract'
import { z } from 'zod'
import { getChat } from '#chat-list/index.ts'
import { type ChatContext, insertMembers, type NewMember } from '#chats/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import { type Db, transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { accessContact, type ClearedContact } from './access.ts'
import { findDirectChat, findOther, insertDirectChat, listContacts } from './store.ts'

const PAGE_SIZE = 50
// Being coded, it has come past the check for zero characters.
const cursor = z.tuple([z.string().refine((name) => !name.includes('\0')), z.uuid()])

export async function getContacts(
  { db }: ChatContext,
  actor: Actor,
  asked: { organizationId: OrganizationId; q?: string | undefined; after?: string | undefined },
): Promise<{ people: Person[]; next: string | null }> {
  const { organizationId, q = '' } = asked
  await accessOrganization(db, actor, organizationId, 'see')
  const after = asked.after === undefined ? null : readCursor(asked.after)
  const found = await listContacts(db, actor.accountId, { organizationId, q, after, limit: PAGE_SIZE + 1 })
  const people = found.slice(0, PAGE_SIZE)
  const last = people.at(-1)
  return { people, next: found.length > people.length && last ? writeCursor(last) : null }
}

/** Those one may write to who are called so: a few, by name. */
export const findContacts = (
  db: Db,
  { accountId }: Pick<Actor, 'accountId'>,
  { organizationId, search, limit }: { organizationId: OrganizationId; search: string; limit: number },
): Promise<Person[]> => listContacts(db, accountId, { organizationId, q: search, after: null, limit })

const writeCursor = ({ name, membershipId }: Person) =>
  Buffer.from(JSON.stringify([name, membershipId])).toString('base64url')

/** A cursor that is none of ours begins anew. */
function readCursor(text: string): { name: string; membershipId: string } | null {
  try {
    const [name, membershipId] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { name, membershipId }
  } catch {
    return null
  }
}

type Asked = { readonly organizationId: OrganizationId; readonly membershipId: MembershipId }

/** The direct chat of two people: the one they have, be it closed by now, or a new one where the actor may open it. */
export async function openDirect(context: ChatContext, actor: Actor, asked: Asked): Promise<Chat> {
  const { organizationId } = asked
  const chatId = await transact(context.db, async (tx, afterCommit) => {
    await shareStructure(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'see')
    const known = await findKnown(tx, actor, asked)
    if (known) return known

    const contact = await accessContact(tx, actor, asked)
    const accountIds = [actor.accountId, contact.accountId] as const
    const made = await insertDirectChat(tx, newId<ChatId>(), { organizationId, accountIds })
    if (!made) return findDirectChat(tx, { organizationId, accountIds })
    await insertMembers(tx, bothMembers(made, actor, contact))
    afterCommit(() => {
      publishStale(context.bus, accountIds, 'chats')
    })
    return made
  })
  if (!chatId) throw new Error('A direct chat that is there can not be found')
  return getChat(context, actor, chatId)
}

async function findKnown(tx: Tx, actor: Actor, asked: Asked): Promise<ChatId | undefined> {
  const other = await findOther(tx, actor.accountId, asked)
  if (!other) return undefined
  const { organizationId } = asked
  return findDirectChat(tx, { organizationId, accountIds: [actor.accountId, other.accountId] })
}

function bothMembers(chatId: ChatId, actor: Actor, contact: ClearedContact): NewMember[] {
  const start = { visibleFromSeq: 1, joinedRev: 0, readSeq: 0, hasEntered: false, role: 'member' } as const
  const { accountId, membershipId, isStaff } = contact
  return [
    { ...start, chatId, accountId: actor.accountId, ...contact.own },
    { ...start, chatId, accountId, membershipId, isStaff },
  ]
}
