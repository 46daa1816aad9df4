import { createTexts } from '#lib/i18n.ts'
import { organizationOverview } from '#locales/ru/organization-overview.ts'
import { organization } from '#locales/ru/organization.ts'

export const t = createTexts({ ...organization, ...organizationOverview })
