import { invitations } from '#locales/ru/invitations.ts'
import { createTexts } from '#platform/texts.ts'

export const texts = createTexts(invitations)
