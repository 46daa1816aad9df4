import { createTexts } from '#lib/i18n.ts'
import { editStaff } from '#locales/ru/edit-staff.ts'
import { organization } from '#locales/ru/organization.ts'

export const t = createTexts({ ...organization, ...editStaff })
