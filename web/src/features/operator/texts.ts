import { createTexts } from '#lib/i18n.ts'
import { operator } from '#locales/ru/operator.ts'

export const t = createTexts(operator)
