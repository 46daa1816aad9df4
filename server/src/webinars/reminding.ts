const HOUR = 3_600_000
const [DAY_LEAD, HOUR_LEAD] = [24 * HOUR, HOUR]

/** A day before and an hour before, where there is still time for it. */
export function remindersOf(startsAt: Date, now: Date) {
  const [day, hour] = [DAY_LEAD, HOUR_LEAD].map((lead) => new Date(startsAt.getTime() - lead)) as [Date, Date]
  return { dayReminderAt: day > now ? day : null, hourReminderAt: hour > now ? hour : null }
}

/** After so long it is no reminder of tomorrow any more: the server was off, or the clock was put forward. */
export const isWorthSaying = (kind: 'day' | 'hour', startsAt: Date, now: Date): boolean =>
  startsAt.getTime() - now.getTime() > (kind === 'day' ? 2 * HOUR : 0)
