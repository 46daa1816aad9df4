import { createTexts } from '#lib/i18n.ts'
import { accesses } from '#locales/ru/accesses.ts'

export const t = createTexts(accesses)
