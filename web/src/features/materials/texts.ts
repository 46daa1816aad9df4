import { createTexts } from '#lib/i18n.ts'
import { materials } from '#locales/ru/materials.ts'

export const t = createTexts(materials)
