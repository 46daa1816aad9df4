import { createTexts } from '#lib/i18n.ts'
import { boundChats } from '#locales/ru/bound-chats.ts'

export const t = createTexts(boundChats)
