import { createTexts } from '#lib/i18n.ts'
import { messageReports } from '#locales/ru/message-reports.ts'

export const t = createTexts(messageReports)
