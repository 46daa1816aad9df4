import { createTexts } from '#lib/i18n.ts'
import { webinars } from '#locales/ru/webinars.ts'

export const t = createTexts(webinars)
