import { daysLater, MAX_OCCURRENCES, type MeetingRepeats, minutesOf, momentOf } from '@kolosok/contract'

type Series = { readonly repeats: MeetingRepeats; readonly untilDay: string }

/** The days of a repeated meeting from its first one on: no more than tell that they are too many. */
export function daysOf(first: string, series: Series | null): string[] {
  if (!series) return [first]
  const days: string[] = []
  for (let at = 0; at <= MAX_OCCURRENCES; at++) {
    const day = dayAt(first, series.repeats, at)
    if (day > series.untilDay) break
    days.push(day)
  }
  return days
}

function dayAt(first: string, repeats: MeetingRepeats, at: number): string {
  if (repeats === 'monthly') return monthsLater(first, at)
  return daysLater(first, at * (repeats === 'weekly' ? 7 : 14))
}

/** A month without that day has it on its last one; the next month again where it was. */
function monthsLater(first: string, months: number): string {
  const [year, month, day] = first.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

type Hours = { readonly from: string; readonly until: string }

/**
 * By the clock of the place: summer time changes the moment, not the hour. Where the clock leaps over the beginning, it
 * lasts as long as it was meant to.
 */
export function timesOn(day: string, { from, until }: Hours, timeZone: string): { startsAt: Date; endsAt: Date } {
  const [startsAt, endsAt] = [momentOf({ day, time: from }, timeZone), momentOf({ day, time: until }, timeZone)]
  const meantMs = (minutesOf(until) - minutesOf(from)) * 60_000
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : new Date(startsAt.getTime() + meantMs) }
}
