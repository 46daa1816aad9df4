import { createTexts } from '#lib/i18n.ts'
import { children } from '#locales/ru/children.ts'

export const t = createTexts(children)
