import { createTexts } from '#lib/i18n.ts'
import { imports } from '#locales/ru/imports.ts'

export const t = createTexts(imports)
