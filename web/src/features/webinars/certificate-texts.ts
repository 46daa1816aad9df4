import { createTexts } from '#lib/i18n.ts'
import { certificates } from '#locales/ru/certificates.ts'

export const c = createTexts(certificates)
