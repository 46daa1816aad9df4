import { z } from 'zod'
import { clockTime } from './clock-time.ts'

const DAY = 24 * 60
const WEEK = 7 * DAY

/** Every evening from `from` until `until` (the next morning, if that is earlier), and some days altogether. */
export const quietHours = z
  .strictObject({
    from: clockTime,
    until: clockTime,
    /** Monday is 1. Never all of them: what waits would wait for ever. */
    wholeDays: z.array(z.int().min(1).max(7)).max(6),
  })
  .refine(({ from, until }) => from !== until, { path: ['until'], params: { code: 'ends-as-it-begins' } })
  .refine(({ wholeDays }) => new Set(wholeDays).size === wholeDays.length, {
    path: ['wholeDays'],
    params: { code: 'twice' },
  })
export type QuietHours = z.infer<typeof quietHours>

type Place = { readonly quietHours: QuietHours | null; readonly timeZone: string }

/** Until when it is quiet in an organization at this moment, by its own clock; null when it isn't. */
export function quietUntil({ quietHours: hours, timeZone }: Place, now: Date): Date | null {
  if (!hours) return null
  const at = minuteOfWeek(timeZone, now)
  if (!isQuiet(hours, at)) return null
  const today = at - (at % DAY)
  // It ends in the morning, or with the night after a whole day.
  const ends = Array.from({ length: 8 }, (_, day) => [0, minutesOf(hours.until)].map((end) => today + day * DAY + end))
  const end = ends.flat().find((minute) => minute > at && !isQuiet(hours, minute % WEEK))
  if (end === undefined) return null
  return momentOf(end, { at, now, timeZone })
}

/** Where clocks are put forward or back meanwhile, as many minutes fewer or more. */
function momentOf(end: number, { at, now, timeZone }: { at: number; now: Date; timeZone: string }): Date {
  const minute = Math.floor(now.getTime() / 60_000)
  const guess = new Date((minute + end - at) * 60_000)
  const drift = ((minuteOfWeek(timeZone, guess) - end) % WEEK) + 1.5 * WEEK
  return new Date(guess.getTime() - ((drift % WEEK) - 0.5 * WEEK) * 60_000)
}

function isQuiet({ from, until, wholeDays }: QuietHours, minute: number): boolean {
  if (wholeDays.includes(Math.floor(minute / DAY) + 1)) return true
  const [time, begin, end] = [minute % DAY, minutesOf(from), minutesOf(until)]
  return begin < end ? time >= begin && time < end : time >= begin || time < end
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Since Monday, midnight, there. */
export function minuteOfWeek(timeZone: string, now: Date): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return weekdays.indexOf(part['weekday'] ?? '') * DAY + Number(part['hour']) * 60 + Number(part['minute'])
}
