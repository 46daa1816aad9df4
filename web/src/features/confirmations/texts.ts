import { createTexts } from '#lib/i18n.ts'
import { confirmations } from '#locales/ru/confirmations.ts'

export const t = createTexts(confirmations)
