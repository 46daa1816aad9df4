import { createTexts } from '#lib/i18n.ts'
import { articles } from '#locales/ru/articles.ts'

export const t = createTexts(articles)
