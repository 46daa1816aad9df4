import { createTexts } from '#lib/i18n.ts'
import { join } from '#locales/ru/join.ts'

export const t = createTexts(join)
