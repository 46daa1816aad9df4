import { createTexts } from '#lib/i18n.ts'
import { recordings } from '#locales/ru/recordings.ts'

export const t = createTexts(recordings)
