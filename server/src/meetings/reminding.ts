const [MINUTE, HOUR] = [60_000, 3_600_000]
const DAY_LEAD = 24 * HOUR
const SOON_LEAD = 15 * MINUTE

/** A day before, where there is more than a day; a quarter of an hour before, where it has not begun. */
export function remindersOf(startsAt: Date, now: Date) {
  const [day, soon] = [DAY_LEAD, SOON_LEAD].map((lead) => new Date(startsAt.getTime() - lead)) as [Date, Date]
  return { dayReminderAt: day > now ? day : null, soonReminderAt: soon > now ? soon : null }
}

/** After so long it is no reminder of tomorrow any more: the server was off, or the clock was put forward. */
export const isWorthSaying = (kind: 'day' | 'soon', startsAt: Date, now: Date): boolean =>
  startsAt.getTime() - now.getTime() > (kind === 'day' ? 2 * HOUR : 0)
