import { createTexts } from '#lib/i18n.ts'
import { chatLinks } from '#locales/ru/chat-links.ts'

export const t = createTexts(chatLinks)
