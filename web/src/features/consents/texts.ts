import { createTexts } from '#lib/i18n.ts'
import { consents } from '#locales/ru/consents.ts'

export const t = createTexts(consents)
