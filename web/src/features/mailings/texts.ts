import { createTexts } from '#lib/i18n.ts'
import { mailings } from '#locales/ru/mailings.ts'

export const t = createTexts(mailings)
