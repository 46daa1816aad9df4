/** What a clock on the wall of some place shows: «2026-12-03» and «18:00». */
export type WallClock = { readonly day: string; readonly time: string }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, ...digits, hourCycle: 'h23' })
  formats.set(timeZone, format)
  return format
}

export function wallClockAt(moment: Date, timeZone: string): WallClock {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>
  return {
    day: `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  }
}

const asUtc = ({ day, time }: WallClock) => Date.parse(`${day}T${time}:00Z`)

/** By how much a place is ahead of UTC at that moment. */
const aheadAt = (moment: number, timeZone: string) => asUtc(wallClockAt(new Date(moment), timeZone)) - moment

/** By how many hours a clock there is ahead of Moscow's at that moment: how this country names its times. */
export const hoursFromMoscow = (timeZone: string, at: Date): number =>
  (aheadAt(at.getTime(), timeZone) - aheadAt(at.getTime(), 'Europe/Moscow')) / 3_600_000

/**
 * When the clock there shows this. An hour that is left out in spring is the one after it; one that comes twice in
 * autumn is meant the first time.
 */
export function momentOf(shown: WallClock, timeZone: string): Date {
  const wanted = asUtc(shown)
  const [before, after] = [-1, 1].map((day) => aheadAt(wanted + day * 86_400_000, timeZone)) as [number, number]
  const ways = [wanted - Math.max(before, after), wanted - Math.min(before, after)]
  const fits = ways.find((moment) => aheadAt(moment, timeZone) === wanted - moment)
  return new Date(fits ?? wanted - before)
}

/** Days of the calendar, as `2026-12-03`, so many later. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
