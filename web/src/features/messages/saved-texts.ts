import { createTexts } from '#lib/i18n.ts'
import { saved } from '#locales/ru/saved.ts'

export const t = createTexts(saved)
