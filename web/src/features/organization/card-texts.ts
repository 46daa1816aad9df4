import { createTexts } from '#lib/i18n.ts'
import { organizationCard } from '#locales/ru/organization-card.ts'
import { organization } from '#locales/ru/organization.ts'

export const t = createTexts({ ...organization, ...organizationCard })
