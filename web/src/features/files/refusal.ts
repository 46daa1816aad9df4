import { fileRefusals } from '@kolosok/contract'
import { t } from './texts.ts'

/** Why a file was not taken, by the server's code. */
export function refusalSentence(code: string): string {
  if (code === 'offline') return t('tray.failed')
  const known = fileRefusals.find((refusal) => refusal === code)
  return t(known ? `refused.${known}` : 'refused.other')
}
