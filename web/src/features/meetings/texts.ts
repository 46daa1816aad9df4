import { createTexts } from '#lib/i18n.ts'
import { meetings } from '#locales/ru/meetings.ts'

export const t = createTexts(meetings)
