import type { LocalActAudience, LocalActEditionId } from '@kolosok/contract'
import { forget as forgetAt, keep as keepAt, readKept as readAt } from '#lib/kept-writing.ts'

/** A section with a key that stays its own while others move. */
export type WrittenSection = { readonly key: string; readonly heading: string; readonly text: string }
export type Writing = {
  readonly title: string
  readonly audience: LocalActAudience
  readonly hearsParents: boolean
  readonly sections: readonly WrittenSection[]
}
/** What was typed, and of which state it is a change. */
export type Kept = { readonly rev: number; readonly writing: Writing }

const keyOf = (id: LocalActEditionId) => `local-act:${id}`

export const readKept = (id: LocalActEditionId) => readAt<Kept>(keyOf(id))
export const keep = (id: LocalActEditionId, value: Kept) => keepAt(keyOf(id), value)
export const forget = (id: LocalActEditionId) => forgetAt(keyOf(id))
