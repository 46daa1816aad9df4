import { createTexts } from '#lib/i18n.ts'
import { joinRequests } from '#locales/ru/join-requests.ts'

export const t = createTexts(joinRequests)
