import { createTexts } from '#lib/i18n.ts'
import { groupChildren } from '#locales/ru/group-children.ts'
import { organization } from '#locales/ru/organization.ts'

export const t = createTexts({ ...organization, ...groupChildren })
