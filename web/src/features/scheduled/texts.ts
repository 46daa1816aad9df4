import { createTexts } from '#lib/i18n.ts'
import { scheduled } from '#locales/ru/scheduled.ts'

export const t = createTexts(scheduled)
