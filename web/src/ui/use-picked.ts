import { useState } from 'react'

/** Which of the shown things are meant; whatever is no longer shown is not. */
export function usePicked<Id extends string>(shown: readonly Id[]) {
  const [marked, setMarked] = useState<ReadonlySet<Id>>(new Set())
  const ids = new Set(shown.filter((id) => marked.has(id)))
  return {
    ids,
    toggle: (id: Id) => {
      setMarked(ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]))
    },
    set: (next: readonly Id[]) => {
      setMarked(new Set(next))
    },
  }
}

export type Picked<Id extends string = string> = ReturnType<typeof usePicked<Id>>
