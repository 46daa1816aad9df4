import { locale } from '#lib/i18n.ts'
import { t } from './texts.ts'

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })

export function formatSize(bytes: number): string {
  const kb = bytes / 1024
  if (kb < 1000) return t('size.kb', { size: number.format(Math.max(1, Math.round(kb))) })
  const mb = kb / 1024
  return mb < 1000 ? t('size.mb', { size: number.format(mb) }) : t('size.gb', { size: number.format(mb / 1024) })
}
