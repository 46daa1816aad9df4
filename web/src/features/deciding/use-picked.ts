import { useState } from 'react'

/** Which of those shown are meant; whatever is no longer shown is not. */
export function usePicked<Id extends string>(shown: readonly Id[]) {
  const [picked, setPicked] = useState<ReadonlySet<Id>>(new Set())
  const ids = new Set(shown.filter((id) => picked.has(id)))
  return {
    ids,
    shown,
    has: (id: Id) => ids.has(id),
    toggle: (id: Id) => {
      setPicked(ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]))
    },
    all: () => {
      setPicked(new Set(shown))
    },
    none: () => {
      setPicked(new Set())
    },
  }
}
