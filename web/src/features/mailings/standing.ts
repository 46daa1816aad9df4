import type { Mailing } from '@kolosok/contract'

/** How a mailing stands, in a word. One that somebody stopped on its way was not sent. */
export function standingOf({ waiting, failed, stopped }: Pick<Mailing, 'waiting' | 'failed' | 'stopped'>) {
  if (waiting > 0) return 'going'
  if (failed > 0) return 'failed'
  return stopped > 0 ? 'stopped' : 'done'
}
