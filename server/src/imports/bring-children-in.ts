import type { ChildId } from '@kolosok/contract'
import { expectGuardians, takeChildrenIn } from '#children/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { openMissingGroups } from './open-missing-groups.ts'
import type { ImportRow } from './store.ts'
import { groupKey, type Line } from './understand.ts'

/** The groups that are new, the children, whom to expect for them. */
export async function bringChildrenIn(
  tx: Tx,
  actor: Actor,
  { organizationId }: Pick<ImportRow, 'organizationId'>,
  ready: readonly Line[],
) {
  const named = ready.map(({ group }) => group)
  const { made, idOf } = await openMissingGroups(tx, actor, organizationId, named)
  const children = ready.map(({ name, group, guardians }) => ({
    id: newId<ChildId>(),
    name,
    groupId: idOf(groupKey(group)),
    contacts: guardians,
  }))
  await takeChildrenIn(tx, actor, organizationId, children)
  await expectGuardians(
    tx,
    children.map(({ id, contacts }) => ({ childId: id, contacts })),
  )
  return {
    groups: made,
    children: children.map(({ id }) => id),
    invitations: [],
    touched: [...new Set(children.map(({ groupId }) => groupId))],
  }
}
