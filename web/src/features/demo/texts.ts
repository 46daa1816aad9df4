import { createTexts } from '#lib/i18n.ts'
import { demo } from '#locales/ru/demo.ts'

export const t = createTexts(demo)
