import type { AccountId, GroupId, OrganizationId } from '@kolosok/contract'
import { findGroupFacts, type FoundGroup, listGroupFacts } from '#groups/index.ts'
import type { InOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db.ts'
import { listFamilyGroups } from './family.store.ts'
import type { ShelfFacts } from './policy.ts'

/** Where folders stand: a group's, or a programme's, which is what the groups that follow it share. */
export type Place = { readonly groupId: GroupId | null; readonly programme: string }
export type Shelf = ShelfFacts &
  InOrganization &
  Place & {
    readonly organizationId: OrganizationId
    readonly name: string
    /** A programme that no group follows any more keeps its folders and gets no new ones. */
    readonly isFollowed: boolean
  }

type Reader = Pick<Actor, 'accountId'>
type Named = Place & { readonly organizationId: OrganizationId }

const ofGroup = ({ id, programme: _, age: __, parentId: ___, ...group }: FoundGroup): Shelf => ({
  ...group,
  groupId: id,
  programme: '',
  isFollowed: true,
})

/** What ties somebody to any of its groups ties them to the programme. */
function ofProgramme(programme: string, organizationId: OrganizationId, groups: readonly FoundGroup[]): Shelf {
  const following = groups.filter((group) => group.programme.trim() === programme)
  return {
    groupId: null,
    programme,
    name: programme,
    organizationId,
    kind: 'programme',
    isArchived: false,
    isOrganizationClosed: groups.some((group) => group.isOrganizationClosed),
    roles: groups[0]?.roles ?? [],
    ties: [...new Set(following.flatMap(({ ties }) => ties))],
    isFollowed: programme !== '' && following.length > 0,
  }
}

/** «Только этот ребёнок» is no part in the group: as in its chat, so here. */
async function withoutLimited(db: Db, accountId: AccountId, groups: readonly FoundGroup[]): Promise<FoundGroup[]> {
  const families = await listFamilyGroups(db, accountId)
  return groups.map((group) => ({
    ...group,
    ties: group.ties.filter((tie) => tie !== 'guardian' || families.has(group.id)),
  }))
}

/** Undefined where there is no such group in this organization. */
export async function findShelf(db: Db, { accountId }: Reader, place: Named): Promise<Shelf | undefined> {
  const { organizationId, groupId, programme } = place
  if (groupId === null) {
    const groups = await listGroupFacts(db, organizationId, accountId, { isArchived: false })
    return ofProgramme(programme, organizationId, await withoutLimited(db, accountId, groups))
  }
  const group = await findGroupFacts(db, groupId, accountId)
  if (group?.organizationId !== organizationId) return undefined
  const [known] = await withoutLimited(db, accountId, [group])
  return known && ofGroup(known)
}

/** All there are, for the policy to filter: groups in their order, then programmes; archived groups last. */
export async function listShelves(db: Db, { accountId }: Reader, organizationId: OrganizationId): Promise<Shelf[]> {
  const [all, archived] = await Promise.all([
    listGroupFacts(db, organizationId, accountId, { isArchived: false }),
    listGroupFacts(db, organizationId, accountId, { isArchived: true }),
  ])
  const open = await withoutLimited(db, accountId, all)
  const programmes = [...new Set(open.map(({ programme }) => programme.trim()))].filter((name) => name !== '')
  return [
    ...open.map(ofGroup),
    ...programmes.map((programme) => ofProgramme(programme, organizationId, open)),
    ...archived.map(ofGroup),
  ]
}

/** A programme may be called anything, the id of a group, too. */
export const keyOf = ({ groupId, programme }: Place): string =>
  groupId === null ? `programme:${programme}` : `group:${groupId}`
