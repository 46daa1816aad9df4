import { hoursFromMoscow } from '@kolosok/contract'
import { clock } from '#locales/ru/clock.ts'
import { createTexts } from '#platform/texts.ts'

const t = createTexts(clock)

/** By which clock the times on a paper are: «московское», «местное, МСК+4». */
export const clockWords = (timeZone: string, at: Date): string => t('clock', { hours: hoursFromMoscow(timeZone, at) })
