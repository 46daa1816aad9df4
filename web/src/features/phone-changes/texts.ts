import { createTexts } from '#lib/i18n.ts'
import { phoneChanges } from '#locales/ru/phone-changes.ts'

export const t = createTexts(phoneChanges)
