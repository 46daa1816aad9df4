import { createTexts } from '#lib/i18n.ts'
import { managedArticles } from '#locales/ru/managed-articles.ts'

export const m = createTexts(managedArticles)
