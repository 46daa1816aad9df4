import { type ChildId, type GroupId, nameKey, type RollOverFault, type RollOverWay } from '@kolosok/contract'
import { type Fate, type GroupNow, propose } from './propose.ts'

export type Belonging = { readonly childId: ChildId; readonly groupId: GroupId }
type Step = Belonging & { readonly toGroupId: GroupId | null }

/** What was decided by hand; all the rest follows from the groups as they are at the moment. */
export type Decisions = {
  readonly way: RollOverWay
  readonly groups: Readonly<Record<string, Fate>>
  /** By `belongingKey`. */
  readonly children: Readonly<Record<string, GroupId | null>>
}
export type Now = {
  readonly groups: readonly GroupNow[]
  readonly belongings: readonly Belonging[]
  /** What no group can be called: «Педагоги» stays. */
  readonly keptNames?: readonly string[]
}

export type PlannedGroup = GroupNow &
  Fate & { readonly isUnclear: boolean; readonly isEdited: boolean; readonly fault: RollOverFault | null }
export type Plan = { readonly groups: readonly PlannedGroup[]; readonly steps: readonly Step[] }

export const belongingKey = ({ groupId, childId }: Belonging): string => `${groupId} ${childId}`

/** Every group's fate and every child's way, by the ages, by what was decided by hand, and by who is where now. */
export function makePlan(now: Now, decisions: Decisions): Plan {
  const isThere = new Set<GroupId | null>([null, ...now.groups.map(({ id }) => id)])
  // Where a group that is no more was chosen, it is chosen anew.
  const decided = new Map(
    now.groups.flatMap(({ id }) => {
      const byHand = decisions.groups[id]
      return byHand && isThere.has(byHand.toGroupId) ? [[id, byHand] as const] : []
    }),
  )
  const proposed = propose(now.groups, decisions.way, decided)
  const fates = new Map(
    now.groups.map(({ id, name, age }) => {
      const byHand = decided.get(id)
      const proposal = proposed.get(id) ?? { toGroupId: id, after: { name, age }, isUnclear: true }
      return [
        id,
        { ...proposal, ...byHand, ...(byHand && { isUnclear: false }), isEdited: byHand !== undefined },
      ] as const
    }),
  )
  const toOf = (belonging: Belonging): GroupId | null => {
    const byHand = decisions.children[belongingKey(belonging)]
    if (byHand !== undefined && isThere.has(byHand)) return byHand
    return fates.get(belonging.groupId)?.toGroupId ?? null
  }
  const steps = withClubs(
    now,
    now.belongings.map((belonging) => ({ ...belonging, toGroupId: toOf(belonging) })),
  )
  const groups = now.groups.flatMap((group) => {
    const fate = fates.get(group.id)
    return fate ? [{ ...group, ...fate, fault: null }] : []
  })
  return { steps, groups: withFaults(groups, steps, now.keptNames) }
}

/** Whoever leaves the last class leaves the clubs, too. */
function withClubs({ groups }: Now, steps: readonly Step[]): Step[] {
  const classes = new Set(groups.filter(({ kind }) => kind === 'class').map(({ id }) => id))
  const ofClasses = Map.groupBy(
    steps.filter(({ groupId }) => classes.has(groupId)),
    ({ childId }) => childId,
  )
  return steps.map((step) => {
    const inClasses = ofClasses.get(step.childId) ?? []
    const isLeaving = inClasses.length > 0 && inClasses.every(({ toGroupId }) => toGroupId === null)
    return isLeaving ? { ...step, toGroupId: null } : step
  })
}

function withFaults(
  groups: readonly PlannedGroup[],
  steps: readonly Step[],
  keptNames: readonly string[] = [],
): PlannedGroup[] {
  const open = groups.filter(({ after }) => after !== null)
  const names = Map.groupBy(open, ({ after }) => nameKey(after?.name ?? ''))
  const kept = new Set(keptNames.map(nameKey))
  const isTaken = (key: string) => kept.has(key) || (names.get(key) ?? []).length > 1
  const holding = new Set(open.map(({ parentId }) => parentId))
  const reached = new Set(steps.map(({ toGroupId }) => toGroupId))
  const faultOf = ({ id, after }: PlannedGroup): RollOverFault | null => {
    if (after) return isTaken(nameKey(after.name)) ? 'name-taken' : null
    if (reached.has(id)) return 'closes-with-children'
    return holding.has(id) ? 'closes-with-groups' : null
  }
  return groups.map((group) => ({ ...group, fault: faultOf(group) }))
}
