import { createTexts } from '#lib/i18n.ts'
import { organizationFrame } from '#locales/ru/organization-frame.ts'

export const t = createTexts(organizationFrame)
