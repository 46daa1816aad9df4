import { daysLater } from '@kolosok/contract'
import { locale } from '#lib/i18n.ts'

export const views = ['month', 'week', 'list'] as const
export type View = (typeof views)[number]

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const inUtc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
const month = inUtc({ month: 'long', year: 'numeric' })
const long = inUtc({ weekday: 'long', day: 'numeric', month: 'long' })
const short = inUtc({ day: 'numeric', month: 'short' })
const weekday = inUtc({ weekday: 'short' })

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

/** четверг, 3 декабря: within a sentence */
export const formatDayWithin = (day: string): string => long.format(at(day))
/** Четверг, 3 декабря */
export const formatLongDay = (day: string): string => capital(formatDayWithin(day))
export const formatWeekday = (day: string): string => weekday.format(at(day))
export const dayNumber = (day: string): number => Number(day.slice(8))

/** Weeks begin on Monday. */
const mondayOf = (day: string) => daysLater(day, -((at(day).getUTCDay() + 6) % 7))

const LIST_DAYS = 60

/** Which days a view shows, both included. */
export function rangeOf(view: View, day: string): { readonly from: string; readonly until: string } {
  if (view === 'list') return { from: day, until: daysLater(day, LIST_DAYS) }
  if (view === 'week') return { from: mondayOf(day), until: daysLater(mondayOf(day), 6) }
  const last = daysLater(`${monthsLater(day, 1).slice(0, 7)}-01`, -1)
  return { from: mondayOf(`${day.slice(0, 7)}-01`), until: daysLater(mondayOf(last), 6) }
}

export function daysIn({ from, until }: { readonly from: string; readonly until: string }): string[] {
  const days = []
  for (let day = from; day <= until; day = daysLater(day, 1)) days.push(day)
  return days
}

function monthsLater(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

/** One screen on, or back. */
export function turn(view: View, day: string, way: 1 | -1): string {
  if (view === 'month') return monthsLater(day, way)
  return daysLater(day, way * (view === 'week' ? 7 : LIST_DAYS))
}

export function titleOf(view: View, day: string): string {
  if (view === 'month') return capital(month.format(at(day)))
  const { from, until } = rangeOf(view, day)
  return `${short.format(at(from))} – ${short.format(at(until))}`
}
