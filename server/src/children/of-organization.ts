import { type ChildId, type ChildOfOrganization, MAX_CHILDREN_EXPORTED, type OrganizationId } from '@kolosok/contract'
import { recordAccess, recordTaken } from '#audit/index.ts'
import { accessOrganization, type OrganizationRole } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import {
  countOfOrganization,
  type Filter,
  findNamed,
  listOfOrganization,
  type Reader,
} from './of-organization.store.ts'

const PAGE = 50

type InOrganization = { readonly organizationId: OrganizationId }
type Given = Pick<Context, 'db' | 'clock'>

const readerWith = (roles: readonly OrganizationRole[], { accountId }: Pick<Actor, 'accountId'>): Reader => ({
  teacher: roles.some((role) => role === 'admin' || role === 'head' || role === 'management') ? null : accountId,
})

type Row = Awaited<ReturnType<typeof listOfOrganization>>[number]

const present = ({ leftAt, ...child }: Row): ChildOfOrganization => ({
  ...child,
  leftAt: leftAt?.toISOString() ?? null,
})

/** Every child that one may see here, whatever the group. */
export async function getChildrenOfOrganization(
  { db, clock }: Given,
  actor: Actor,
  { organizationId, ...asked }: InOrganization & Filter & { after?: ChildId | undefined },
): Promise<{ children: ChildOfOrganization[]; next: ChildId | null }> {
  const { roles } = await accessOrganization(db, actor, organizationId, 'seePages')
  const page = { ...asked, limit: PAGE + 1, now: clock() }
  const found = await listOfOrganization(db, organizationId, readerWith(roles, actor), page)
  const children = found.slice(0, PAGE).map(present)
  return { children, next: found.length > PAGE ? (children.at(-1)?.id ?? null) : null }
}

/** Read and written down in one transaction: no list leaves without its line in the journal. */
export function exportChildren(
  { db, clock }: Given,
  actor: Actor,
  { organizationId, ...asked }: InOrganization & Filter,
): Promise<{ children: ChildOfOrganization[]; isCut: boolean }> {
  return transact(db, async (tx) => {
    const { roles } = await accessOrganization(tx, actor, organizationId, 'seePages')
    const all = { ...asked, limit: MAX_CHILDREN_EXPORTED + 1, now: clock() }
    const found = await listOfOrganization(tx, organizationId, readerWith(roles, actor), all)
    await recordAccess(tx, actor, { organizationId, kind: 'children-list' })
    const leaving = { organizationId, action: 'children.exported', found, most: MAX_CHILDREN_EXPORTED } as const
    const { taken, isCut } = await recordTaken(tx, actor, leaving)
    return { children: taken.map(present), isCut }
  })
}

/** For whoever types part of a name, of those one may see. */
export async function findChildren(
  { db, clock }: Given,
  actor: Pick<Actor, 'accountId'>,
  {
    organizationId,
    roles,
    ...asked
  }: InOrganization & { roles: readonly OrganizationRole[]; search: string; limit: number },
): Promise<ChildOfOrganization[]> {
  const found = await findNamed(db, organizationId, readerWith(roles, actor), { ...asked, now: clock() })
  return found.map(present)
}

/** How many the list would show. */
export const countChildren = (
  { db, clock }: Given,
  actor: Pick<Actor, 'accountId'>,
  { organizationId, roles, ...filter }: InOrganization & { roles: readonly OrganizationRole[] } & Filter,
): Promise<number> => countOfOrganization(db, organizationId, readerWith(roles, actor), filter, clock())
