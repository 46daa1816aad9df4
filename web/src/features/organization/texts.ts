import { createTexts } from '#lib/i18n.ts'
import { organization } from '#locales/ru/organization.ts'

/** What several of its pages say; each has a catalogue of its own beside it. */
export const t = createTexts(organization)
