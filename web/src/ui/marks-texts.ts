import { createTexts } from '#lib/i18n.ts'
import { marks } from '#locales/ru/marks.ts'

export const t = createTexts(marks)
