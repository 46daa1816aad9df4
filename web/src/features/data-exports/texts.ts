import { createTexts } from '#lib/i18n.ts'
import { dataExports } from '#locales/ru/data-exports.ts'

export const t = createTexts(dataExports)
