import { hoursFromMoscow } from '@kolosok/contract'
import { timeZones as russian } from '#locales/ru/time-zones.ts'
import { locale } from '#lib/i18n.ts'

/** The country's zones, from west to east, as people call them; any other one that is set already stays. */
export function timeZones(current: string): { value: string; label: string }[] {
  const known = Object.entries(russian).map(([value, label]) => ({ value, label }))
  return current in russian ? known : [{ value: current, label: nameOf(current) }, ...known]
}

/** «Новосибирск, МСК+4» */
export const clockName = (timeZone: string): string =>
  timeZone in russian ? russian[timeZone as keyof typeof russian] : nameOf(timeZone)

/** Whether a clock there shows another time than the one on this device, whatever the two places are called. */
export function isOtherClock(timeZone: string, at: Date): boolean {
  return hoursFromMoscow(timeZone, at) !== hoursFromMoscow(Intl.DateTimeFormat().resolvedOptions().timeZone, at)
}

function nameOf(timeZone: string): string {
  const part = (timeZoneName: 'longGeneric' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return `${part('longGeneric')} (${part('shortOffset')})`
}
