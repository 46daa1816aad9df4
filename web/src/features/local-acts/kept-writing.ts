import type { LocalActAudience, LocalActEditionId } from '@kolosok/contract'
import { localData } from '#lib/local-data.ts'

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

export async function readKept(id: LocalActEditionId): Promise<Kept | null> {
  // A browser that keeps nothing (a private window) has nothing.
  const found = await localData.writings.get(keyOf(id)).catch(() => undefined)
  return (found?.value as Kept | undefined) ?? null
}

export async function keep(id: LocalActEditionId, value: Kept): Promise<void> {
  await localData.writings.put({ key: keyOf(id), value }).catch(() => undefined)
}

export async function forget(id: LocalActEditionId): Promise<void> {
  await localData.writings.delete(keyOf(id)).catch(() => undefined)
}
