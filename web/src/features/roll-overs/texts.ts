import { createTexts } from '#lib/i18n.ts'
import { rollOvers } from '#locales/ru/roll-overs.ts'

export const t = createTexts(rollOvers)
