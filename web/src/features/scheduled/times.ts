import { daysLater, momentOf, quietUntil, type QuietHours, wallClockAt } from '@kolosok/contract'
import { formatCalendarDay } from '#lib/dates.ts'
import { clockName, isOtherClock } from '#lib/time-zones.ts'
import { t } from './texts.ts'

/** By whose clock a chat's times are chosen: its organization's, else that of this device. */
export type Clock = { readonly timeZone: string; readonly quietHours: QuietHours | null }

export type Choice = { readonly kind: 'today' | 'tomorrow' | 'monday' | 'quiet'; readonly at: Date }

const MORNING = '08:00'

/** What most people mean by «later», the soonest first; never the same moment twice. */
export function choicesAt(now: Date, { timeZone, quietHours }: Clock): Choice[] {
  const { day, time } = wallClockAt(now, timeZone)
  const morning = (later: number) => momentOf({ day: daysLater(day, later), time: MORNING }, timeZone)
  // 1970 began on a Thursday.
  const weekday = ((Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % 7) + 1
  const quietEnds = quietUntil({ quietHours, timeZone }, now)
  const all: Choice[] = [
    ...(quietEnds ? [{ kind: 'quiet' as const, at: quietEnds }] : []),
    ...(time < MORNING ? [{ kind: 'today' as const, at: morning(0) }] : []),
    { kind: 'tomorrow', at: morning(1) },
    { kind: 'monday', at: morning(8 - weekday) },
  ]
  const once = all.filter(({ at }, place) => all.findIndex((one) => one.at.getTime() === at.getTime()) === place)
  return once.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** «завтра в 8:00», by the organization's clock, and which one that is for somebody who lives by another. */
export function whenOf(at: Date, timeZone: string, now = new Date()): string {
  const [there, today] = [wallClockAt(at, timeZone), wallClockAt(now, timeZone).day]
  const time = there.time.replace(/^0/, '')
  const when =
    there.day === today
      ? t('when.today', { time })
      : there.day === daysLater(today, 1)
        ? t('when.tomorrow', { time })
        : t('when.day', { day: formatCalendarDay(there.day), time })
  return isOtherClock(timeZone, at) ? t('when.zone', { when, zone: clockName(timeZone) }) : when
}

/** As the date field has it, «2026-12-03T18:00», and back. */
export function toField(at: Date, timeZone: string): string {
  const { day, time } = wallClockAt(at, timeZone)
  return `${day}T${time}`
}
export function fromField(value: string, timeZone: string): Date {
  const [day = '', time = ''] = value.split('T')
  return momentOf({ day, time }, timeZone)
}
