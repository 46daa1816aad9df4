import { createTexts } from '#lib/i18n.ts'
import { ui } from '#locales/ru/ui.ts'

export const t = createTexts(ui)
