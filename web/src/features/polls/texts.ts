import { createTexts } from '#lib/i18n.ts'
import { polls } from '#locales/ru/polls.ts'

export const t = createTexts(polls)
