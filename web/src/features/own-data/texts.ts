import { createTexts } from '#lib/i18n.ts'
import { ownData } from '#locales/ru/own-data.ts'

export const t = createTexts(ownData)
