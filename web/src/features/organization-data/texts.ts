import { createTexts } from '#lib/i18n.ts'
import { organizationData } from '#locales/ru/organization-data.ts'

export const t = createTexts(organizationData)
