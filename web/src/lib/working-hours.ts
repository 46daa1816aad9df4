import { minuteOfWeek, minutesOf, type QuietHours, type WorkingHours } from '@kolosok/contract'

/** Whether somebody is there to answer, by the organization's own clock. */
export function isWithin({ days, from, until }: WorkingHours, timeZone: string, now: Date): boolean {
  const [day, minute] = [1440, minuteOfWeek(timeZone, now)]
  const time = minute % day
  return days.includes(Math.floor(minute / day) + 1) && time >= minutesOf(from) && time < minutesOf(until)
}

/** «пн» of 1. */
export function weekdayName(day: number): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat('ru', { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))
}

/** «пн–пт, 7:00–19:00» */
export const spellHours = ({ days, from, until }: WorkingHours): string =>
  `${spellDays(days)}, ${spellTimes(from, until)}`

/** «20:00–7:00; сб, вс» */
export const spellQuiet = ({ from, until, wholeDays }: QuietHours): string =>
  [spellTimes(from, until), ...(wholeDays.length > 0 ? [spellDays(wholeDays)] : [])].join('; ')

const spellTimes = (from: string, until: string) => `${from.replace(/^0/, '')}–${until.replace(/^0/, '')}`

function spellDays(days: readonly number[]): string {
  const runs: [number, number][] = []
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  const spelled = runs.map(([first, last]) => {
    if (first === last) return weekdayName(first)
    return `${weekdayName(first)}${last === first + 1 ? ', ' : '–'}${weekdayName(last)}`
  })
  return spelled.join(', ')
}
