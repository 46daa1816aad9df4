import type { Group, GroupId, OrganizationId } from '@kolosok/contract'
import { nameKey } from '@kolosok/contract'
import { recordAudit, recordAudits } from '#audit/index.ts'
import {
  accessOrganization,
  finishStructureChange,
  lockOrganization,
  type StructureContext,
} from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact, type Tx } from '#platform/db.ts'
import { accessGroup } from './access.ts'
import { nestingFaults } from './nesting.ts'
import { groupPolicy } from './policy.ts'
import { presentGroup, presentGroups } from './present.ts'
import { insertGroups, listGroupFacts, listNames, listOwners, type NewGroup, updateOrder } from './store.ts'

type InOrganization = { readonly organizationId: OrganizationId }

export async function getGroups(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { organizationId, archived }: InOrganization & { archived?: '1' | undefined },
): Promise<{ groups: Group[] }> {
  await accessOrganization(db, actor, organizationId, 'see')
  const all = await listGroupFacts(db, organizationId, actor.accountId, { isArchived: archived === '1' })
  return {
    groups: await presentGroups(
      db,
      all.filter((group) => groupPolicy.see(group) === 'allow'),
    ),
  }
}

/** Those that are called so, of those one may see. */
export async function findGroups(
  db: Db,
  { accountId }: Pick<Actor, 'accountId'>,
  { organizationId, search, limit }: InOrganization & { search: string; limit: number },
): Promise<Pick<Group, 'id' | 'name' | 'kind'>[]> {
  const words = nameKey(search).split(' ')
  const all = await listGroupFacts(db, organizationId, accountId, { isArchived: false })
  return all
    .filter((group) => groupPolicy.see(group) === 'allow')
    .filter(({ name, age }) => words.every((word) => nameKey(`${name} ${age}`).includes(word)))
    .slice(0, limit)
    .map(({ id, name, kind }) => ({ id, name, kind }))
}

export async function getGroup({ db }: { db: Db }, actor: Actor, { groupId }: { groupId: GroupId }): Promise<Group> {
  return presentGroup(db, await accessGroup(db, actor, groupId, 'see'))
}

/** All or none; what a lost answer had made already is not made again. */
export async function createGroups(
  context: StructureContext,
  actor: Actor,
  { organizationId, groups }: InOrganization & { groups: readonly NewGroup[] },
): Promise<{ groups: Group[] }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'manageStructure')
    const fresh = await refuseTakenNames(tx, organizationId, groups)
    if (fresh.length > 0) {
      await openGroups(tx, actor, organizationId, fresh)
      const groupIds = fresh.map((group) => group.id)
      await finishStructureChange(context, tx, actor, { organizationId, groupIds }, afterCommit)
    }
    return getGroups({ db: tx }, actor, { organizationId })
  })
}

/** For whoever holds the organization and ends the change: an import makes groups and children at once. */
export async function openGroups(
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  groups: readonly NewGroup[],
): Promise<void> {
  if (groups.length === 0) return
  await insertGroups(tx, organizationId, groups)
  const entry = { organizationId, action: 'group.created', subjectKind: 'group' } as const
  await recordAudits(
    tx,
    actor,
    groups.map(({ id }) => ({ ...entry, subjectId: id })),
  )
}

/** Those that are not there yet; throws with every bad line. */
async function refuseTakenNames(tx: Tx, organizationId: OrganizationId, groups: readonly NewGroup[]) {
  const owners = new Map(
    (
      await listOwners(
        tx,
        groups.map((group) => group.id),
      )
    ).map((row) => [row.id, row.organizationId]),
  )
  const present = await listNames(tx, organizationId)
  const taken = new Set(present.map((row) => nameKey(row.name)))
  const refused: Record<string, string> = {}
  for (const [index, { id }] of groups.entries()) {
    if (groups.findIndex((other) => other.id === id) < index) refused[`groups/${String(index)}/id`] = 'taken'
  }
  if (Object.keys(refused).length > 0) throw invalidFields(refused)
  // What is there already lies where it lies, whatever a retry says of it.
  const added = groups.filter(({ id }) => !owners.has(id))
  const misplaced = nestingFaults(
    [...present.filter(({ kind }) => kind !== 'staff'), ...added],
    added.map(({ id }) => id),
  )
  const fresh = groups.filter((group, index) => {
    const owner = owners.get(group.id)
    if (owner === organizationId) return false
    if (owner !== undefined) refused[`groups/${String(index)}/id`] = 'taken'
    else if (taken.has(nameKey(group.name))) refused[`groups/${String(index)}/name`] = 'taken'
    taken.add(nameKey(group.name))
    const fault = misplaced.get(group.id)
    if (fault) refused[`groups/${String(index)}/parentId`] = fault
    return true
  })
  if (Object.keys(refused).length > 0) throw invalidFields(refused)
  return fresh
}

export async function reorderGroups(
  context: StructureContext,
  actor: Actor,
  { organizationId, groupIds }: InOrganization & { groupIds: readonly GroupId[] },
): Promise<{ groups: Group[] }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'manageStructure')
    await updateOrder(tx, organizationId, groupIds)
    await recordAudit(tx, actor, {
      organizationId,
      action: 'groups.reordered',
      subjectKind: 'organization',
      subjectId: organizationId,
    })
    await finishStructureChange(context, tx, actor, { organizationId, groupIds: [] }, afterCommit)
    return getGroups({ db: tx }, actor, { organizationId })
  })
}
