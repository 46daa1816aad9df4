import { z } from 'zod'

/** What a statistics report is compiled for. A school year begins with September. */
export const periodKind = z.enum(['month', 'quarter', 'school-year'])
export type PeriodKind = z.infer<typeof periodKind>

const MONTHS: Record<PeriodKind, number> = { 'month': 1, 'quarter': 3, 'school-year': 12 }

/** Both days belong to it. */
export type Period = { readonly kind: PeriodKind; readonly firstDay: string; readonly lastDay: string }

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
const monthOf = (day: string, ahead = 0): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOf(new Date(Date.UTC(year, month - 1 + ahead, 1)))
}

/** The period of this kind that a day of the calendar lies in. */
export function periodAround(kind: PeriodKind, day: string): Period {
  const first = monthOf(day)
  const month = Number(first.slice(5, 7)) - 1
  // Months that have passed since it began: a school year's September is its first.
  const passed = (kind === 'school-year' ? month + 4 : month) % MONTHS[kind]
  return periodFrom(kind, monthOf(first, -passed))
}

const periodFrom = (kind: PeriodKind, firstDay: string): Period => {
  const lastDay = dayOf(new Date(Date.parse(monthOf(firstDay, MONTHS[kind])) - 86_400_000))
  return { kind, firstDay, lastDay }
}

/** The one that a day begins, if it begins one. */
export function periodOf(kind: PeriodKind, firstDay: string): Period | null {
  const period = periodAround(kind, firstDay)
  return period.firstDay === firstDay ? period : null
}

/** So many of them, the one of this day first, then those before. */
export function periodsUntil(kind: PeriodKind, day: string, count: number): Period[] {
  const periods = [periodAround(kind, day)]
  while (periods.length < count) {
    const { firstDay } = periods.at(-1) as Period
    periods.push(periodFrom(kind, monthOf(firstDay, -MONTHS[kind])))
  }
  return periods
}
