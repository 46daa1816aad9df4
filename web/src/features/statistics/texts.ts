import { createTexts } from '#lib/i18n.ts'
import { statistics } from '#locales/ru/statistics.ts'

export const t = createTexts(statistics)
