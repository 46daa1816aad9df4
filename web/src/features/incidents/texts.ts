import { createTexts } from '#lib/i18n.ts'
import { incidents } from '#locales/ru/incidents.ts'

export const t = createTexts(incidents)
