import { type GroupId, guessAge, type OrganizationId } from '@kolosok/contract'
import { openGroups } from '#groups/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { listPresent } from './store.ts'
import { groupKey } from './understand.ts'

/** Makes those of the named groups that are not there, as the first line spells them; afterwards each has its id. */
export async function openMissingGroups(
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  names: readonly string[],
) {
  const present = await listPresent(tx, organizationId)
  const ids = new Map<string, GroupId>(present.map(({ id, name }) => [groupKey(name), id]))
  const missing = new Map<string, string>()
  for (const name of names) {
    const key = groupKey(name)
    if (!ids.has(key) && !missing.has(key)) missing.set(key, name)
  }
  const groups = [...missing].map(([key, name]) => ({ key, id: newId<GroupId>(), name }))
  for (const { key, id } of groups) ids.set(key, id)
  await openGroups(
    tx,
    actor,
    organizationId,
    groups.map(({ id, name }) => ({ id, name, kind: 'class', age: guessAge(name), programme: '', parentId: null })),
  )
  return {
    made: groups.map(({ id }) => id),
    staffGroupId: present.find(({ isStaff }) => isStaff)?.id,
    idOf: (key: string): GroupId => {
      const id = ids.get(key)
      if (!id) throw new Error('Every group has its id by now')
      return id
    },
  }
}
