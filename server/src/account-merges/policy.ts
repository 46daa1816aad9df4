import type { ProblemCode } from '@kolosok/contract'

export type AccountMergeFacts = {
  /** Both proved to be the same one, or one of them part of another already. */
  readonly standing: 'two' | 'same' | 'merged'
  /** Either of them runs the installation. */
  readonly isOperator: boolean
  /** A pupil's and an adult's. */
  readonly isPupilAndAdult: boolean
  readonly isInCall: boolean
  /** Somebody has asked for another number of either. */
  readonly isPhoneChanging: boolean
}

export type AccountMergeVerdict =
  | 'allow'
  | Extract<
      ProblemCode,
      'account-same' | 'account-merged' | 'merge-operator' | 'merge-pupil' | 'merge-in-call' | 'phone-change-waiting'
    >

export const accountMergePolicy = {
  /** Of two accounts that one person has proved to hold. */
  merge({ standing, ...facts }: AccountMergeFacts): AccountMergeVerdict {
    if (standing !== 'two') return standing === 'same' ? 'account-same' : 'account-merged'
    // What runs the installation is given and taken by operators alone.
    if (facts.isOperator) return 'merge-operator'
    if (facts.isPupilAndAdult) return 'merge-pupil'
    if (facts.isPhoneChanging) return 'phone-change-waiting'
    return facts.isInCall ? 'merge-in-call' : 'allow'
  },
} as const
