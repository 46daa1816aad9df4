import { z } from 'zod'

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** By its name in the database of time zones: `Europe/Moscow`. */
export const givenTimeZone = z.string().refine(isTimeZone, { params: { code: 'unknown-time-zone' } })
