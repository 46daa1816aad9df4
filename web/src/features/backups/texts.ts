import { createTexts } from '#lib/i18n.ts'
import { backups } from '#locales/ru/backups.ts'

export const t = createTexts(backups)
