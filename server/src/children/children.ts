import type { Child, ChildId, GroupId, ListedChild, OrganizationId } from '@kolosok/contract'
import { recordAccess } from '#audit/index.ts'
import { accessGroup } from '#groups/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db.ts'
import { accessChild } from './access.ts'
import { listContactsOf } from './contact.store.ts'
import { type NamedChild, listChildrenOf, listGroupsOf, listGuardiansOf } from './list.store.ts'

export async function getChildren(
  { db }: { db: Db },
  actor: Actor,
  { groupId }: { groupId: GroupId },
): Promise<{ children: ListedChild[] }> {
  await accessGroup(db, actor, groupId, 'seeChildren')
  const found = await listChildrenOf(db, groupId)
  const contacts = Map.groupBy(
    await listContactsOf(
      db,
      found.map(({ id }) => id),
    ),
    ({ childId }) => childId,
  )
  const children = await presentChildren(db, found)
  return {
    children: children.map((child) => ({
      ...child,
      contacts: (contacts.get(child.id) ?? []).map(({ childId: _, ...contact }) => contact),
    })),
  }
}

export async function getChild(
  { db }: { db: Db },
  actor: Actor,
  { childId }: { childId: ChildId },
): Promise<Child & { organizationId: OrganizationId }> {
  const child = await accessChild(db, actor, childId, 'see')
  await recordAccess(db, actor, { organizationId: child.organizationId, kind: 'child', aboutChildId: childId })
  return { ...(await presentChild(db, child)), organizationId: child.organizationId }
}

/** Two queries however many children there are. */
async function presentChildren(db: Db, children: readonly NamedChild[]): Promise<Child[]> {
  const ids = children.map((child) => child.id)
  const groups = Map.groupBy(await listGroupsOf(db, ids), (group) => group.childId)
  const guardians = Map.groupBy(await listGuardiansOf(db, ids), (guardian) => guardian.childId)
  return children.map(({ id, name }) => ({
    id,
    name,
    groups: (groups.get(id) ?? []).map((group) => ({
      id: group.id,
      name: group.name,
      fromAt: group.fromAt.toISOString(),
    })),
    guardians: (guardians.get(id) ?? []).map(({ childId: _, ...person }) => person),
  }))
}

export async function presentChild(db: Db, child: NamedChild): Promise<Child> {
  const [presented] = await presentChildren(db, [child])
  if (!presented) throw new Error('One in, one out')
  return presented
}
