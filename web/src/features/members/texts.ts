import { createTexts } from '#lib/i18n.ts'
import { members } from '#locales/ru/members.ts'

export const t = createTexts(members)
