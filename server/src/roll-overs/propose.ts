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

const [FIRST, SECOND] = ['первая младшая', 'вторая младшая']
/** «1 младшая» is the first of the two years that others call «младшая» as one. */
function ageKey(age: string): string {
  const key = nameKey(age)
  if (/^(перв|1|i(?!i)).*младш/u.test(key)) return FIRST
  return /^(втор|2|ii).*младш/u.test(key) ? SECOND : key
}

/** Whoever has not both of them has the one that comes nearest. */
const likely: Readonly<Record<string, readonly string[]>> = {
  младшая: [FIRST, 'младшая', SECOND],
  [SECOND]: [SECOND, 'младшая'],
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
  const classes = groups.filter(({ kind }) => kind === 'class')
  const byAge = Map.groupBy(classes, ({ age }) => ageKey(age))
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
    const key = ageKey(next)
    const older = (likely[key] ?? [key]).map((age) => byAge.get(age) ?? []).find((found) => found.length > 0) ?? []
    const index = classes.filter(({ age }) => followingAge(age) === next).indexOf(group)
    return older[Math.min(index, older.length - 1)]
  }
}
