import { createTexts } from '#lib/i18n.ts'
import { audience } from '#locales/ru/audience.ts'

export const t = createTexts(audience)
