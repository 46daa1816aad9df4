import { type GroupId, guessAge } from '@kolosok/contract'
import { openGroups } from '#groups/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { type ImportRow, listPresent } from './store.ts'
import { groupKey } from './understand.ts'
import type { GroupLine } from './understand-groups.ts'

/** The groups of the list, with those that they lie in and that are not there yet. */
export async function bringGroupsIn(
  tx: Tx,
  actor: Actor,
  { organizationId }: Pick<ImportRow, 'organizationId'>,
  ready: readonly GroupLine[],
) {
  const present = await listPresent(tx, organizationId)
  const ids = new Map<string, GroupId>(present.map(({ id, name }) => [groupKey(name), id]))
  const listed = new Map(ready.map((line) => [groupKey(line.name), line]))
  const missing = ready
    .map(({ details }) => details.parent)
    .filter((parent) => parent !== '' && !ids.has(groupKey(parent)) && !listed.has(groupKey(parent)))
  const buildings = [...new Map(missing.map((name) => [groupKey(name), name])).values()]
  const names = [...buildings, ...ready.map(({ name }) => name)]
  for (const name of names) ids.set(groupKey(name), newId<GroupId>())
  const idOf = (name: string): GroupId => {
    const id = ids.get(groupKey(name))
    if (!id) throw new Error('Every group has its id by now')
    return id
  }
  const groups = names.map((name) => {
    const { age = '', kind = 'class', programme = '', parent = '' } = listed.get(groupKey(name))?.details ?? {}
    const id = idOf(name)
    return { id, name, kind, age: age || guessAge(name), programme, parentId: parent === '' ? null : idOf(parent) }
  })
  await openGroups(tx, actor, organizationId, groups)
  const made = groups.map(({ id }) => id)
  return { groups: made, children: [], invitations: [], touched: made }
}
