import { createTexts } from '#lib/i18n.ts'
import { plannedWebinars } from '#locales/ru/planned-webinars.ts'

export const p = createTexts(plannedWebinars)
