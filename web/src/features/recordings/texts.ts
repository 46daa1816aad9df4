import { createTexts } from '#lib/i18n.ts'
import { recordings } from '#locales/ru/recordings.ts'

/** A dialog above the room that covers the page, or above another dialog. */
export const OVER_ROOM = 400

export const t = createTexts(recordings)
