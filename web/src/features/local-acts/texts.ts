import { createTexts } from '#lib/i18n.ts'
import { localActs } from '#locales/ru/local-acts.ts'

export const t = createTexts(localActs)
