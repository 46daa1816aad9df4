import type { Mailing } from '@kolosok/contract'

type Counted = Pick<Mailing, 'waiting' | 'failed' | 'stopped' | 'isStopped'>

/** How a mailing stands, in a word. One that somebody stopped was not sent; a link that was over by then stops nothing. */
export function standingOf({ waiting, failed, stopped, isStopped }: Counted) {
  if (waiting > 0) return 'going'
  if (isStopped && stopped > 0) return 'stopped'
  return failed > 0 ? 'failed' : 'done'
}
