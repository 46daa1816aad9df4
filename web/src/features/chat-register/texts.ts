import { createTexts } from '#lib/i18n.ts'
import { chatRegister } from '#locales/ru/chat-register.ts'

export const t = createTexts(chatRegister)
