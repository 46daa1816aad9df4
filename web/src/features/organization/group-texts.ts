import { createTexts } from '#lib/i18n.ts'
import { groups } from '#locales/ru/groups.ts'
import { organization } from '#locales/ru/organization.ts'

export const t = createTexts({ ...organization, ...groups })
