import { createTexts } from '#lib/i18n.ts'
import { messages } from '#locales/ru/messages.ts'

export const t = createTexts(messages)
