import { createTexts } from '#lib/i18n.ts'
import { app } from '#locales/ru/app.ts'

export const t = createTexts(app)
