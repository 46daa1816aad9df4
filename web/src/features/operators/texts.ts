import { createTexts } from '#lib/i18n.ts'
import { operators } from '#locales/ru/operators.ts'

export const t = createTexts(operators)
