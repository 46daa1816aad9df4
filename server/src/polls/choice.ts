import type { NewPoll } from '@kolosok/contract'
import { invalidFields } from '#platform/app-error.ts'

/** What somebody chooses, each option once and in order; what the poll does not offer is refused by name. */
export function choiceOf(poll: Pick<NewPoll, 'options' | 'isMultiple'>, options: readonly number[]): number[] {
  const chosen = [...new Set(options)].sort((a, b) => a - b)
  if (chosen.some((option) => option >= poll.options.length)) throw invalidFields({ options: 'no-such-option' })
  if (!poll.isMultiple && chosen.length > 1) throw invalidFields({ options: 'one-only' })
  return chosen
}
