import { locale } from '#lib/i18n.ts'

const russian = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const

/** The country's zones, from west to east, as people call them; any other one that is set already stays. */
export function timeZones(current: string): { value: string; label: string }[] {
  const all = (russian as readonly string[]).includes(current) ? russian : [current, ...russian]
  return all.map((timeZone) => ({ value: timeZone, label: nameOf(timeZone) }))
}

function nameOf(timeZone: string): string {
  const part = (timeZoneName: 'longGeneric' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return `${part('longGeneric')} (${part('shortOffset')})`
}
