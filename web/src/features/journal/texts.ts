import { createTexts } from '#lib/i18n.ts'
import { journal } from '#locales/ru/journal.ts'

export const t = createTexts(journal)
