import { createTexts } from '#lib/i18n.ts'
import { administrators } from '#locales/ru/administrators.ts'

export const t = createTexts(administrators)
