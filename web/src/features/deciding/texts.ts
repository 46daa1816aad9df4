import { createTexts } from '#lib/i18n.ts'
import { deciding } from '#locales/ru/deciding.ts'

export const t = createTexts(deciding)
