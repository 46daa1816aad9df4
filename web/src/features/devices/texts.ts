import { createTexts } from '#lib/i18n.ts'
import { devices } from '#locales/ru/devices.ts'

export const t = createTexts(devices)
