import { createTexts } from '#lib/i18n.ts'
import { files } from '#locales/ru/files.ts'

export const t = createTexts(files)
