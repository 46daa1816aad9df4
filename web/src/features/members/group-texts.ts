import { createTexts } from '#lib/i18n.ts'
import { groupChats } from '#locales/ru/group-chats.ts'

export const t = createTexts(groupChats)
