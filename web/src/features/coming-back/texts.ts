import { createTexts } from '#lib/i18n.ts'
import { comingBack } from '#locales/ru/coming-back.ts'

export const t = createTexts(comingBack)
