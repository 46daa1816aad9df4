import { createTexts } from '#lib/i18n.ts'
import { retention } from '#locales/ru/retention.ts'

export const t = createTexts(retention)
