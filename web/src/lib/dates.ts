import { locale } from './i18n.ts'

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' })
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const fullDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
const shortDate = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: '2-digit' })
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const plainDate = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' })
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })

const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** Whole days between, by the calendar: 1 is yesterday. */
function daysAgo(date: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(date)) / 86_400_000)
}

/** 10:42 */
export const formatTime = (iso: string): string => time.format(new Date(iso))

/** 28 ноября 2026 г. в 10:42 */
export const formatMoment = (iso: string): string => moment.format(new Date(iso))

/** 12 ноября 2026 г. */
export const formatFullDay = (iso: string): string => fullDay.format(new Date(iso))

/** A day of the calendar as the server names it, `2026-12-12`: 12 декабря, and the year unless it is this one. */
export function formatCalendarDay(day: string, now = new Date()): string {
  const date = new Date(`${day}T12:00:00`)
  return (date.getFullYear() === now.getFullYear() ? dayAndMonth : fullDay).format(date)
}

/** The other way round, as a date field has it. */
export const toCalendarDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** In a workbook, on paper: 12.11.2026 */
export const formatPlainDay = (iso: string): string => plainDate.format(new Date(iso))

/** In a list: 10:42, вчера, пт, 12 нояб., 12.11.25 */
export function formatRecent(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysAgo(date, now)
  if (days <= 0) return time.format(date)
  if (days === 1) return relative.format(-1, 'day')
  if (days < 7) return weekday.format(date)
  return date.getFullYear() === now.getFullYear() ? shortDay.format(date) : shortDate.format(date)
}

/** Above a day's messages: сегодня, вчера, 12 ноября, 12 ноября 2025 г. */
export function formatDay(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysAgo(date, now)
  if (days === 0 || days === 1) return relative.format(-days, 'day')
  return date.getFullYear() === now.getFullYear() ? dayAndMonth.format(date) : fullDay.format(date)
}

/** Same calendar day here. */
export const isSameDay = (a: string, b: string): boolean => midnight(new Date(a)) === midnight(new Date(b))
