import { createTexts } from '#lib/i18n.ts'
import { guests } from '#locales/ru/guests.ts'

export const t = createTexts(guests)
