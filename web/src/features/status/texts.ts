import { createTexts } from '#lib/i18n.ts'
import { status } from '#locales/ru/status.ts'

export const t = createTexts(status)
