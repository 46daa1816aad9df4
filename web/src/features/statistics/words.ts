import type { Figure, Period, ProblemCode, StatisticsReportState } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { locale } from '#lib/i18n.ts'
import type { Tone } from '#ui/state-badge.tsx'
import { t } from './texts.ts'

const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Ноябрь 2026 г. */
export const nameOfMonth = (firstDay: string) => capital(monthAndYear.format(new Date(firstDay)))
export const shortNameOfMonth = (firstDay: string) => shortMonth.format(new Date(firstDay))

/** Ноябрь 2026 г.; IV квартал 2026; 2026/27 учебный год. */
export function nameOfPeriod({ kind, firstDay, lastDay }: Period): string {
  const [year = '', month = ''] = firstDay.split('-')
  switch (kind) {
    case 'month':
      return nameOfMonth(firstDay)
    case 'quarter':
      return t('period.named.quarter', { quarter: ['I', 'II', 'III', 'IV'][(Number(month) - 1) / 3] ?? '', year })
    case 'school-year':
      return t('period.named.school-year', { from: year, until: lastDay.slice(2, 4) })
  }
}

export const lengthOf = (minutes: number): string =>
  minutes < 60
    ? t('minutes.short', { minutes })
    : t('minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })

export function valueOf(unit: Figure['unit'], value: number | null): string {
  if (value === null) return t('none')
  switch (unit) {
    case 'count':
      return value.toLocaleString(locale)
    case 'percent':
      return t('percent', { value })
    case 'minutes':
      return lengthOf(value)
  }
}

export const toneOf: Record<StatisticsReportState, Tone> = {
  draft: 'quiet',
  submitted: 'waiting',
  returned: 'bad',
  acknowledged: 'good',
}

const known = [
  'statistics-report-exists',
  'statistics-report-changed',
  'statistics-report-submitted',
  'statistics-report-decided',
  'not-found',
  'forbidden',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, in a sentence. */
export function sentenceOf(error: unknown): string {
  const code = error instanceof ApiProblem ? error.body.code : null
  return t(`problem.${known.find((one) => one === code) ?? 'other'}`)
}
