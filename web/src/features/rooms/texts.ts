import { createTexts } from '#lib/i18n.ts'
import { calls } from '#locales/ru/calls.ts'

export const t = createTexts(calls)
