import { createTexts } from '#lib/i18n.ts'
import { notices } from '#locales/ru/notices.ts'

export const t = createTexts(notices)
