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

/** What becomes of each group by itself: classes grow older by their age, clubs and committees go on. */
export function propose(groups: readonly GroupNow[], way: RollOverWay): Map<GroupId, Proposal> {
  return new Map(groups.map((group) => [group.id, proposeFor(group, groups, way)]))
}

function proposeFor(group: GroupNow, groups: readonly GroupNow[], way: RollOverWay): Proposal {
  const { id, name, age } = group
  const next = group.kind === 'class' ? followingAge(age) : null
  const asItIs = { toGroupId: id, after: { name, age } }
  if (next === null) return { ...asItIs, isUnclear: isAsked(group, groups) }
  if (next === GRADUATES) {
    return { toGroupId: null, after: way === 'together' ? null : { name, age }, isUnclear: false }
  }
  const older = way === 'onwards' ? nextGroup(group, next, groups) : undefined
  if (older) return { toGroupId: older.id, after: { name, age }, isUnclear: false }
  return { toGroupId: id, after: { name: nameAfterYear(name, next), age: next }, isUnclear: false }
}

/** A building says no age, and none is missed. */
const isAsked = ({ id, kind }: GroupNow, groups: readonly GroupNow[]): boolean =>
  kind === 'class' && !groups.some(({ parentId }) => parentId === id)

/** The first of the younger to the first of the older, the second to the second. */
function nextGroup(group: GroupNow, next: string, groups: readonly GroupNow[]): GroupNow | undefined {
  const ofAge = (age: string) => groups.filter((one) => one.kind === 'class' && nameKey(one.age) === nameKey(age))
  const older = ofAge(next)
  const index = ofAge(group.age).findIndex(({ id }) => id === group.id)
  return older[Math.min(index, older.length - 1)]
}
