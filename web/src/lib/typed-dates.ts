/** How one kind of date or time is written by people, and what it is for forms and the server. */
export type Spelling = {
  /** What is meant, once it is all there; null before. `isDone`: nothing more comes, short forms count too. */
  readonly read: (text: string, isDone: boolean) => string | null
  readonly show: (value: string) => string
  /** The separator that comes next, while somebody types on a keypad that has digits only. */
  readonly next: (typed: string) => string
}

const two = (part: string | undefined): string => (part ?? '').padStart(2, '0')

function readDay(text: string, isDone: boolean): string | null {
  const parts =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text) ??
    /^(?<day>\d{1,2})[./\-, ](?<month>\d{1,2})[./\-, ](?<year>\d{4}|\d{2})$/.exec(text) ??
    /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/.exec(text)
  const { year = '', month, day } = parts?.groups ?? {}
  // «05.09.20» is on its way to «05.09.2026».
  if (year.length === 2 && !isDone) return null
  const value = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
  const at = new Date(`${value}T00:00Z`)
  return parts && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : null
}

function readTime(text: string, isDone: boolean): string | null {
  const parts = /^(\d{1,2})[:.\-, ]?(\d{2})$/.exec(text) ?? (isDone ? /^(\d{1,2})()$/.exec(text) : null)
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return null
  return `${two(parts[1])}:${two(parts[2])}`
}

const showDay = (value: string): string => value.split('-').toReversed().join('.')
const nextOfDay = (typed: string): string => (/^(\d{2}|\d{1,2}\.\d{2})$/.test(typed) ? '.' : '')
const nextOfTime = (typed: string): string => (/^([01]\d|2[0-3])$/.test(typed) ? ':' : '')

export const day: Spelling = {
  read: (text, isDone) => readDay(text.trim(), isDone),
  show: showDay,
  next: nextOfDay,
}

/** Twenty-four hours, whatever language the browser speaks. */
export const time: Spelling = {
  read: (text, isDone) => readTime(text.trim(), isDone),
  show: (value) => value,
  next: nextOfTime,
}

export const moment: Spelling = {
  read: (text, isDone) => {
    const [date = '', clock = ''] = text.trim().split(/[\sT]+|,\s*/)
    const [onDay, at] = [readDay(date, isDone), readTime(clock, isDone)]
    return onDay === null || at === null ? null : `${onDay}T${at}`
  },
  show: (value) => {
    const [date = '', clock = ''] = value.split('T')
    return `${showDay(date)} ${clock}`.trim()
  },
  next: (typed) => {
    const [date = '', clock] = typed.split(' ')
    if (clock !== undefined) return nextOfTime(clock)
    return /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(date) ? ' ' : nextOfDay(date)
  },
}
