import { createTexts } from '#lib/i18n.ts'
import { closings } from '#locales/ru/closings.ts'

export const t = createTexts(closings)
