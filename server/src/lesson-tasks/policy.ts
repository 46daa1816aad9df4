import type { ProblemCode, WorkState } from '@kolosok/contract'

export type WorkFacts = {
  /** Looks after the lesson, as its teachers do. */
  readonly isTeacher: boolean
  /** Of this child, and not limited. */
  readonly isGuardian: boolean
  readonly state: WorkState
}

type WorkVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'work-accepted'>

const seeing = ({ isTeacher, isGuardian }: WorkFacts, isAllowed: boolean): WorkVerdict => {
  if (!isTeacher && !isGuardian) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

export const workPolicy = {
  see: (work: WorkFacts) => seeing(work, true),
  hand(work: WorkFacts): WorkVerdict {
    const verdict = seeing(work, work.isGuardian)
    return verdict === 'allow' && work.state === 'accepted' ? 'work-accepted' : verdict
  },
  /** Said again with another word it is another answer. */
  answer(work: WorkFacts): WorkVerdict {
    const verdict = seeing(work, work.isTeacher)
    return verdict === 'allow' && work.state === 'none' ? 'not-found' : verdict
  },
} as const

export type WorkAction = keyof typeof workPolicy
