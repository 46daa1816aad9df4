import type { WorkingHours } from '@kolosok/contract'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether somebody is there to answer, by the organization's own clock. */
export function isWithin({ days, from, until }: WorkingHours, timeZone: string, now: Date): boolean {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]))
  const time = `${part['hour'] ?? ''}:${part['minute'] ?? ''}`
  return days.includes(weekdays.indexOf(part['weekday'] ?? '') + 1) && time >= from && time < until
}

/** «пн» of 1. */
export function weekdayName(day: number): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat('ru', { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))
}

/** «пн–пт, 7:00–19:00» */
export function spellHours({ days, from, until }: WorkingHours): string {
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
  return `${spelled.join(', ')}, ${from.replace(/^0/, '')}–${until.replace(/^0/, '')}`
}
