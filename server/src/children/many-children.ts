import type { ChildId, GroupId, OrganizationId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { endAllBelongings, hasGuardians } from './many-children.store.ts'
import { insertBelongings, insertChildren } from './store.ts'

type Placed = { readonly id: ChildId; readonly name: string; readonly groupId: GroupId }
const AT_ONCE = 1000

/** A whole list of children, each into its group. For whoever holds the organization and ends the change. */
export async function takeChildrenIn(
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  children: readonly Placed[],
): Promise<void> {
  for (let at = 0; at < children.length; at += AT_ONCE) {
    const some = children.slice(at, at + AT_ONCE)
    await insertChildren(tx, organizationId, some)
    await insertBelongings(
      tx,
      some.map(({ id, groupId }) => ({ childId: id, groupId })),
    )
  }
  const entry = { organizationId, action: 'child.added', subjectKind: 'child' } as const
  await recordAudits(
    tx,
    actor,
    children.map(({ id, groupId }) => ({ ...entry, subjectId: id, details: { groupId } })),
  )
}

/** Out of all their groups; the groups they were in. Undefined, and nothing done, once somebody joined for one. */
export async function takeChildrenOut(
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  childIds: readonly ChildId[],
): Promise<GroupId[] | undefined> {
  if (await hasGuardians(tx, childIds)) return undefined
  const left = await endAllBelongings(tx, childIds)
  const entry = { organizationId, action: 'child.removed', subjectKind: 'child' } as const
  await recordAudits(
    tx,
    actor,
    left.map(({ childId, groupId }) => ({ ...entry, subjectId: childId, details: { groupId, hasLeft: true } })),
  )
  return [...new Set(left.map(({ groupId }) => groupId))]
}
