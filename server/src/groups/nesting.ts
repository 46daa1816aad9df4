import { type GroupId, MAX_GROUP_DEPTH } from '@kolosok/contract'

export type Nested = { readonly id: GroupId; readonly parentId: GroupId | null }
export type NestingFault = 'unknown' | 'in-itself' | 'too-deep'

/** What is wrong with where the groups lie, beside each that was asked about; those not listed are no place to lie in. */
export function nestingFaults(all: readonly Nested[], asked: readonly GroupId[]): Map<GroupId, NestingFault> {
  const parentOf = new Map(all.map(({ id, parentId }) => [id, parentId]))
  const faults = new Map<GroupId, NestingFault>()
  for (const id of asked) {
    const fault = faultOf(id)
    if (fault) faults.set(id, fault)
  }
  return faults

  function faultOf(id: GroupId): NestingFault | null {
    const above = lineAbove(id)
    if (above === 'in-itself' || above === 'unknown') return above
    return above.length + heightOf(id) > MAX_GROUP_DEPTH ? 'too-deep' : null
  }

  function lineAbove(id: GroupId): GroupId[] | 'in-itself' | 'unknown' {
    const line: GroupId[] = []
    for (let at = parentOf.get(id) ?? null; at !== null; at = parentOf.get(at) ?? null) {
      if (at === id || line.includes(at)) return 'in-itself'
      if (!parentOf.has(at)) return 'unknown'
      line.push(at)
    }
    return line
  }

  /** With what lies in it, the group itself counted; a circle is found from above before. */
  function heightOf(id: GroupId): number {
    const inside = all.filter(({ parentId }) => parentId === id)
    return 1 + Math.max(0, ...inside.map((one) => heightOf(one.id)))
  }
}
