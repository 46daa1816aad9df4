import { type ListedPerson, MAX_EXPORTED, type MembershipId, type OrganizationId } from '@kolosok/contract'
import { recordAccess, recordTaken } from '#audit/index.ts'
import { accessOrganization, type OrganizationRole } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { type Asked, countPeople as count, findNamed, type Filter, listPeople, type Reader } from './list.store.ts'

const PAGE = 50

type InOrganization = { readonly organizationId: OrganizationId }

/** Nobody whose page the door would refuse. */
export const seesAll = (roles: readonly OrganizationRole[]) =>
  roles.some((role) => role === 'admin' || role === 'head' || role === 'management')

async function readerOf(db: Db, { accountId }: Actor, organizationId: OrganizationId): Promise<Reader> {
  const { roles } = await accessOrganization(db, { accountId }, organizationId, 'seePages')
  return { accountId, seesAll: seesAll(roles) }
}

type Row = Awaited<ReturnType<typeof listPeople>>[number]

const present = ({ fullName, isAdmin, isHead, groups, createdAt, confirmedAt: _, ...person }: Row): ListedPerson => ({
  person,
  fullName,
  isAdmin,
  isHead,
  groups,
  joinedAt: createdAt.toISOString(),
})

export async function getPeople(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { organizationId, ...asked }: InOrganization & Asked,
): Promise<{ people: ListedPerson[]; next: MembershipId | null }> {
  const reader = await readerOf(db, actor, organizationId)
  const found = await listPeople(db, organizationId, reader, { ...asked, limit: PAGE + 1 })
  const people = found.slice(0, PAGE).map(present)
  return { people, next: found.length > PAGE ? (people.at(-1)?.person.membershipId ?? null) : null }
}

/** Read and written down in one transaction: no list leaves without its line in the journal. */
export function exportPeople(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { organizationId, ...asked }: InOrganization & Filter & Pick<Asked, 'sort'>,
): Promise<{ people: ListedPerson[]; isCut: boolean }> {
  return transact(db, async (tx) => {
    const reader = await readerOf(tx, actor, organizationId)
    const found = await listPeople(tx, organizationId, reader, { ...asked, limit: MAX_EXPORTED + 1 })
    await recordAccess(tx, actor, { organizationId, kind: 'people-list' })
    const leaving = { organizationId, action: 'people.exported', found, most: MAX_EXPORTED } as const
    const { taken, isCut } = await recordTaken(tx, actor, leaving)
    return { people: taken.map(present), isCut }
  })
}

/** For whoever types part of a name, of those one may see. */
export async function findPeople(
  db: Db,
  { accountId }: Pick<Actor, 'accountId'>,
  {
    organizationId,
    roles,
    ...asked
  }: InOrganization & { roles: readonly OrganizationRole[]; search: string; limit: number },
): Promise<ListedPerson[]> {
  return (await findNamed(db, organizationId, { accountId, seesAll: seesAll(roles) }, asked)).map(present)
}

/** How many the list would show. */
export const countPeople = (
  db: Db,
  { accountId }: Pick<Actor, 'accountId'>,
  { organizationId, roles, ...filter }: InOrganization & { roles: readonly OrganizationRole[] } & Filter,
): Promise<number> => count(db, organizationId, { accountId, seesAll: seesAll(roles) }, filter)
