const [MINUTE, HOUR] = [60_000, 3_600_000]

/** Reminders by hand of one wording, and how long after another. */
export const REMINDERS = 5
const PAUSE = 4 * HOUR

type Reminded = { readonly remindedAt: Date | null; readonly reminders: number }

/** When it may be reminded of again; null: at once. */
export function mayRemindAt({ remindedAt }: Reminded, now: Date): Date | null {
  const at = remindedAt && new Date(remindedAt.getTime() + PAUSE)
  return at && at > now ? at : null
}

/** How long before the deadline it reminds by itself, by how much time there is: never right after it was sent. */
const leads = [
  [48 * HOUR, 24 * HOUR],
  [12 * HOUR, 3 * HOUR],
  [3 * HOUR, HOUR],
  [HOUR, 20 * MINUTE],
] as const

export function nudgeAt(deadlineAt: Date, now: Date): Date | null {
  const left = deadlineAt.getTime() - now.getTime()
  const lead = leads.find(([least]) => left >= least)?.[1]
  return lead === undefined ? null : new Date(deadlineAt.getTime() - lead)
}
