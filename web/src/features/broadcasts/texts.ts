import { createTexts } from '#lib/i18n.ts'
import { broadcasts } from '#locales/ru/broadcasts.ts'

export const t = createTexts(broadcasts)
