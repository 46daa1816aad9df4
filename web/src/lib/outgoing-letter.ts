import type { OutgoingLetter } from '@kolosok/contract'

/** Which sentence says what became of a letter, and whether somebody has to do something. */
export function letterSentence({ state, reason }: OutgoingLetter) {
  if (state === 'sent') return { key: 'letter.sent', isBad: false } as const
  if (state === 'waiting') return { key: reason === null ? 'letter.waiting' : 'letter.trying', isBad: false } as const
  return { key: reason === 'refused' ? 'letter.refused' : 'letter.failed', isBad: true } as const
}
