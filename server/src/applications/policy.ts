import type { ApplicationState } from '@kolosok/contract'

export type ApplicationFacts = {
  readonly state: ApplicationState
  /** Its administrator has come; from then on people are corrected in the organization itself. */
  readonly isClaimed: boolean
}

export type ApplicationVerdict = 'allow' | 'application-decided'

const only =
  (...states: ApplicationState[]) =>
  ({ state }: ApplicationFacts): ApplicationVerdict =>
    states.includes(state) ? 'allow' : 'application-decided'

/** Who asks is settled before: the applicant by the private link, the operator by the session. */
export const applicationPolicy = {
  // The applicant
  correct: only('returned'),
  withdraw: only('submitted', 'returned'),
  // The operator
  approve: only('submitted'),
  refuse: only('submitted'),
  return: ({ state, isClaimed }: ApplicationFacts): ApplicationVerdict =>
    state === 'submitted' || (state === 'approved' && !isClaimed) ? 'allow' : 'application-decided',
  makeCode: ({ state, isClaimed }: ApplicationFacts): ApplicationVerdict =>
    state === 'approved' && !isClaimed ? 'allow' : 'application-decided',
} as const

export type ApplicationAction = keyof typeof applicationPolicy
