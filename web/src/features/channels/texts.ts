import { createTexts } from '#lib/i18n.ts'
import { channels } from '#locales/ru/channels.ts'

export const t = createTexts(channels)
