import { createTexts } from '#lib/i18n.ts'
import { search } from '#locales/ru/search.ts'

export const t = createTexts(search)
