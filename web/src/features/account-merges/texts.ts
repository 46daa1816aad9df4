import { createTexts } from '#lib/i18n.ts'
import { accountMerges } from '#locales/ru/account-merges.ts'

export const t = createTexts(accountMerges)
