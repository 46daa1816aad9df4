import type { Webinar } from '@kolosok/contract'
import { locale } from '#lib/i18n.ts'
import { clockName, isOtherClock } from '#lib/time-zones.ts'
import { t } from './texts.ts'

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** At a place the clock on its wall counts. */
const zoneOf = ({ timeZone, kind }: Pick<Webinar, 'timeZone' | 'kind'>) => (kind === 'online' ? ownZone() : timeZone)

/** Онлайн; Дом учителя, зал 2 */
export const whereOf = ({ kind, place }: Pick<Webinar, 'kind' | 'place'>): string =>
  kind === 'online' ? t('online') : place

/** Четверг, 10 декабря, 15:00–16:30; with the time zone where it is another one. */
export function whenOf(webinar: Pick<Webinar, 'startsAt' | 'endsAt' | 'timeZone' | 'kind'>): string {
  const [begins, ends] = [new Date(webinar.startsAt), new Date(webinar.endsAt)]
  const timeZone = zoneOf(webinar)
  const year = begins.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const }
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year, timeZone })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  const when = `${day.format(begins)}, ${time.format(begins)}–${time.format(ends)}`
  const zone = isOtherClock(timeZone, begins) ? ` ${t('zone', { zone: clockName(timeZone) })}` : ''
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}${zone}`
}

/** Для педагогов и администрации */
export const forWhom = ({ roles }: Pick<Webinar, 'roles'>): string =>
  t('for', { roles: new Intl.ListFormat(locale).format(roles.map((role) => t(`for.${role}`))) })

/** Занято 12 из 20, ждут 3 */
export function seatsOf({ seats, taken, inLine, state }: Webinar): string {
  if (seats === null) return t('taken', { taken })
  const left = Math.max(0, seats - taken)
  if (state === 'over' || state === 'cancelled') return t('taken.of', { taken, seats })
  return left > 0 ? t('left', { left, seats }) : t('full', { seats, inLine })
}
