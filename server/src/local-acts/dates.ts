import type { LocalActPaper, LocalActRepeal, LocalActStep } from '@kolosok/contract'
import type { EditionRow } from './store.ts'

type Entering = {
  readonly edition: EditionRow
  /** All of its act. */
  readonly editions: readonly EditionRow[]
  readonly step: LocalActStep
  readonly paper: LocalActPaper
}

/** A year ahead is a plan, more of it a slip of the finger. */
const YEAR_MS = 366 * 86_400_000

/** What can't be so on paper: every bad field with its code. */
export function faultsOf(entering: Entering): Record<string, string> {
  const { step, paper } = entering
  const date = faultOfDate(entering)
  return {
    ...(step !== 'in-force' && paper.number === '' && { number: 'required' }),
    ...(date !== null && { date }),
  }
}

function faultOfDate({ edition, editions, step, paper: { date } }: Entering): string | null {
  const days = { ...daysOf(edition), [step]: date }
  const isWithin = (...order: (string | null)[]) => {
    const known = order.filter((day) => day !== null)
    return known.every((day, index) => index === 0 || (known[index - 1] ?? '') <= day)
  }
  if (step !== 'in-force' && date > edition.today) return 'future'
  // Council and parents in any order, both before the head; nothing is in force before it is approved.
  const inForce = days['in-force']
  if (!isWithin(days.adopted, days.approved, inForce) || !isWithin(days.heard, days.approved, inForce)) return 'order'
  return step === 'in-force' ? faultOfForce(edition, editions, date) : null
}

function faultOfForce(edition: EditionRow, editions: readonly EditionRow[], date: string): string | null {
  if (Date.parse(date) > Date.parse(edition.today) + YEAR_MS) return 'too-far'
  if (edition.repeal && date > edition.repeal.from) return 'order'
  // Already in force: mending the day must not take it out of force again.
  if (edition.state === 'in-force' && date > edition.today) return 'future'
  const isInTurn = editions.every(({ number, inForceFrom }) => {
    if (inForceFrom === null || number === edition.number) return true
    return number < edition.number ? inForceFrom <= date : date <= inForceFrom
  })
  return isInTurn ? null : 'out-of-turn'
}

/** The order is behind, and after the one it undoes; the day not before either, nor before it came into force. */
export function faultsOfRepeal(edition: EditionRow, given: LocalActRepeal): Record<string, string> {
  const { number, date } = given
  const order = date > edition.today ? 'future' : date < (edition.approved?.date ?? '') ? 'order' : null
  const from = faultOfRepealDay(edition, given)
  return {
    ...(number === '' && { number: 'required' }),
    ...(order !== null && { date: order }),
    ...(from !== null && { from }),
  }
}

function faultOfRepealDay({ today, state, inForceFrom }: EditionRow, { date, from }: LocalActRepeal): string | null {
  if (Date.parse(from) > Date.parse(today) + YEAR_MS) return 'too-far'
  // What has lost its force does not gain it by mending the day.
  if (state === 'repealed' && from > today) return 'future'
  return from < date || from < (inForceFrom ?? '') ? 'order' : null
}

const daysOf = ({ adopted, heard, approved, inForceFrom }: EditionRow) => ({
  'adopted': adopted?.date ?? null,
  'heard': heard?.date ?? null,
  'approved': approved?.date ?? null,
  'in-force': inForceFrom,
})
