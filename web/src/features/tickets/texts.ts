import { createTexts } from '#lib/i18n.ts'
import { tickets } from '#locales/ru/tickets.ts'

export const t = createTexts(tickets)
