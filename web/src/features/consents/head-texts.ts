import { createTexts } from '#lib/i18n.ts'
import { consentsHead } from '#locales/ru/consents-head.ts'

export const t = createTexts(consentsHead)
