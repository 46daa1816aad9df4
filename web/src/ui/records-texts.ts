import { createTexts } from '#lib/i18n.ts'
import { records } from '#locales/ru/records.ts'

export const t = createTexts(records)
