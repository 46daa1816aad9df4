import {
  followingAge,
  GRADUATES,
  type GroupAfterYear,
  type GroupId,
  type GroupKind,
  nameAfterYear,
  nameKey,
  type RollOverWay,
} from '@kolosok/contract'

export type Fate = { readonly toGroupId: GroupId | null; readonly after: GroupAfterYear | null }
export type Proposal = Fate & { readonly isUnclear: boolean }
export type GroupNow = {
  readonly id: GroupId
  readonly kind: GroupKind
  readonly name: string
  readonly age: string
  readonly parentId: GroupId | null
}

/**
 * What becomes of each group by itself: classes grow older by their age, clubs and committees go on. What was decided
 * by hand about a group counts for those below it.
 */
export function propose(
  groups: readonly GroupNow[],
  way: RollOverWay,
  byHand: ReadonlyMap<GroupId, Fate> = new Map(),
): Map<GroupId, Proposal> {
  const byAge = Map.groupBy(
    groups.filter(({ kind }) => kind === 'class'),
    ({ age }) => nameKey(age),
  )
  const holding = new Set(groups.map(({ parentId }) => parentId))
  return new Map(groups.map((group) => [group.id, proposeFor(group)]))

  function proposeFor(group: GroupNow): Proposal {
    const { id, name, age } = group
    const next = group.kind === 'class' ? followingAge(age) : null
    const asItIs = { toGroupId: id, after: { name, age } }
    // A building says no age, and none is missed.
    if (next === null) return { ...asItIs, isUnclear: group.kind === 'class' && !holding.has(id) }
    if (next === GRADUATES) {
      return { toGroupId: null, after: way === 'together' ? null : { name, age }, isUnclear: false }
    }
    const older = way === 'onwards' ? emptied(nextGroup(group, next)) : undefined
    if (older) return { toGroupId: older.id, after: { name, age }, isUnclear: false }
    return { toGroupId: id, after: { name: nameAfterYear(name, next), age: next }, isUnclear: false }
  }

  /** A group whose own children move on; into one that has nowhere to go, nobody younger moves. */
  function emptied(group: GroupNow | undefined): GroupNow | undefined {
    if (!group) return undefined
    const decided = byHand.get(group.id)
    if (decided) return decided.toGroupId !== group.id && decided.after !== null ? group : undefined
    const next = followingAge(group.age)
    return next === GRADUATES || (next !== null && emptied(nextGroup(group, next))) ? group : undefined
  }

  /** The first of the younger to the first of the older, the second to the second. */
  function nextGroup(group: GroupNow, next: string): GroupNow | undefined {
    const older = byAge.get(nameKey(next)) ?? []
    const index = (byAge.get(nameKey(group.age)) ?? []).indexOf(group)
    return older[Math.min(index, older.length - 1)]
  }
}
