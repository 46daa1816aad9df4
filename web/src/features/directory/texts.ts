import { createTexts } from '#lib/i18n.ts'
import { directory } from '#locales/ru/directory.ts'

export const t = createTexts(directory)
