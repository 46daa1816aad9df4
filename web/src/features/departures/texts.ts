import { createTexts } from '#lib/i18n.ts'
import { departures } from '#locales/ru/departures.ts'

export const t = createTexts(departures)
