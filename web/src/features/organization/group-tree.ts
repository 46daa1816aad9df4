import type { Group, GroupId } from '@kolosok/contract'

export type Placed = { readonly group: Group; readonly depth: number }

/** In their order, each followed by those that lie in it; what lies in a group that isn't shown stands at the top. */
export function inTree(groups: readonly Group[]): Placed[] {
  const shown = new Set(groups.map(({ id }) => id))
  const inside = Map.groupBy(groups, ({ parentId }) => (parentId !== null && shown.has(parentId) ? parentId : null))
  const below = (parentId: GroupId | null, depth: number): Placed[] =>
    (inside.get(parentId) ?? []).flatMap((group) => [{ group, depth }, ...below(group.id, depth + 1)])
  return below(null, 0)
}

/** Where a group may lie: not in itself, nor in what lies in it, nor in «Педагоги». */
export function placesFor(groups: readonly Group[], groupId: GroupId | null): Placed[] {
  const made = groups.filter(({ kind, id }) => kind !== 'staff' && id !== groupId)
  const reachable = inTree(made)
  const inItself = new Set<GroupId>()
  for (const { group } of inTree(groups)) {
    if (group.parentId !== null && (group.parentId === groupId || inItself.has(group.parentId))) inItself.add(group.id)
  }
  return reachable.filter(({ group }) => !inItself.has(group.id))
}
