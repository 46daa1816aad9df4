/** The same ids with one of them a step further up or down; null where it stands at that end. */
export function moved<Id>(ids: readonly Id[], id: Id, step: -1 | 1): Id[] | null {
  const from = ids.indexOf(id)
  const to = from + step
  if (from < 0 || to < 0 || to >= ids.length) return null
  const next = [...ids]
  next.splice(from, 1)
  next.splice(to, 0, id)
  return next
}
