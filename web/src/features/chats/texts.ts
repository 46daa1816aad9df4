import { createTexts } from '#lib/i18n.ts'
import { chats } from '#locales/ru/chats.ts'

export const t = createTexts(chats)
