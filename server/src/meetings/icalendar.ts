import { createTexts } from '#platform/texts.ts'
import { meetings } from '#locales/ru/meetings.ts'

const t = createTexts(meetings)

export type CalendarEvent = {
  readonly id: string
  readonly title: string
  /** Line by line. */
  readonly text: readonly string[]
  /** Empty: online. */
  readonly place: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly rev: number
  /** Why it was called off. */
  readonly cancelled: string | null
  /** Of its page. */
  readonly path: string
}

type Calendar = {
  readonly name: string
  readonly events: readonly CalendarEvent[]
  readonly publicUrl: string
  readonly drawnAt: Date
}

/**
 * RFC 5545. Times stand in UTC: each occurrence of a repeated meeting is an event of its own, so no program has to
 * know, or guess, the summer time of any zone.
 */
export function writeCalendar({ name, events, publicUrl, drawnAt }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kolosok//Kolosok//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    // How often a subscribed program asks again.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => linesOf(event, publicUrl, drawnAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function linesOf(event: CalendarEvent, publicUrl: string, drawnAt: Date): string[] {
  const url = `${publicUrl}${event.path}`
  const cancelled = event.cancelled === null ? [] : [t('ics.cancelled', { word: event.cancelled })]
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${new URL(publicUrl).hostname}`,
    `DTSTAMP:${inUtc(drawnAt)}`,
    `SEQUENCE:${String(event.rev)}`,
    `DTSTART:${inUtc(event.startsAt)}`,
    `DTEND:${inUtc(event.endsAt)}`,
    `SUMMARY:${escape(event.title)}`,
    `DESCRIPTION:${escape([...cancelled, ...event.text, url].join('\n'))}`,
    `LOCATION:${escape(event.place === '' ? t('ics.online') : event.place)}`,
    `URL:${url}`,
    `STATUS:${event.cancelled === null ? 'CONFIRMED' : 'CANCELLED'}`,
    'END:VEVENT',
  ]
}

const inUtc = (moment: Date) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** Text of one value (3.3.11). Other control characters have no place in a calendar. */
const escape = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')

const LONGEST = 75

/** No line is longer than 75 octets (3.1); between letters, since one of ours is two of them. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > LONGEST) {
      parts.push(part)
      // The space that begins a continued line counts as one.
      ;[part, octets] = ['', 1]
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
