import { type LineProblem, MAX_GROUP_DEPTH } from '@kolosok/contract'
import { groupKey, type Present } from './understand.ts'

/** A group of the list, and the name of the one that it lies in; empty at the top. */
export type Placed = { readonly name: string; readonly parent: string }
type Fault = Extract<LineProblem['code'], 'group-in-itself' | 'group-too-deep' | 'group-of-staff'>

/** Which of the listed groups would lie where none can: in a circle, too deep, in «Педагоги». By their keys. */
export function groupPlacesIn(listed: readonly Placed[], present: Present): Map<string, Fault> {
  const aboveOf = new Map([...present].map(([key, { parent }]) => [key, parent === '' ? '' : groupKey(parent)]))
  for (const { name, parent } of listed) {
    const key = groupKey(name)
    // What is there already stays where it lies.
    if (!aboveOf.has(key)) aboveOf.set(key, groupKey(parent))
  }
  const faults = new Map<string, Fault>()
  for (const { name } of listed) {
    const fault = faultOf(groupKey(name))
    if (fault) faults.set(groupKey(name), fault)
  }
  return faults

  function faultOf(key: string): Fault | undefined {
    const line = [key]
    for (let at = aboveOf.get(key) ?? ''; at !== ''; at = aboveOf.get(at) ?? '') {
      if (line.includes(at)) return 'group-in-itself'
      if (present.get(at)?.isStaff) return 'group-of-staff'
      line.push(at)
    }
    return line.length > MAX_GROUP_DEPTH ? 'group-too-deep' : undefined
  }
}
