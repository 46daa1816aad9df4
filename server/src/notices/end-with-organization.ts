import type { ClosingStep } from '#organizations/index.ts'
import { dropWaitingLetters } from './letter.store.ts'
import { dropNudges } from './write.store.ts'

/** Nobody is asked any more: neither by the reminder before a deadline, nor by letters that were still to go out. */
export const endNotices: ClosingStep = async (tx, _actor, { organizationId }) => {
  await dropNudges(tx, organizationId)
  await dropWaitingLetters(tx, organizationId)
}
