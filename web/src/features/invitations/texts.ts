import { createTexts } from '#lib/i18n.ts'
import { invitations } from '#locales/ru/invitations.ts'

export const t = createTexts(invitations)
