import type { CodeHandle, MergePreview, MergeProof, MergeWay } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

/** Codes on their way to both ends; none to an end that nothing can be sent to. */
export type Sent = {
  readonly phone: string
  readonly email: string
  readonly way: MergeWay
  readonly own: { readonly handle: CodeHandle; readonly way: 'sms' | 'email' } | null
  readonly other: { readonly handle: CodeHandle } | null
}

/** Both proved: what would come over. The codes stay good for the merge itself. */
export type Proven = { readonly proof: MergeProof; readonly preview: MergePreview }

const own = [
  'account-same',
  'account-unknown',
  'account-merged',
  'number-asleep',
  'merge-operator',
  'merge-pupil',
  'merge-in-call',
  'merge-own-code',
  'phone-change-waiting',
] as const

/** What can go wrong with any code, in the words of signing in. */
export type SayOther = (error: unknown) => string

export function sentenceOf(error: unknown, sayOther: SayOther): string {
  const code = error instanceof ApiProblem ? error.body.code : null
  const known = own.find((one) => one === code)
  return known ? t(`error.${known}`) : sayOther(error)
}

/** Which of the two codes was refused; what is wrong with the account is said beside its code. */
export const fieldOf = (error: unknown): 'own' | 'other' =>
  error instanceof ApiProblem && error.body.params?.['which'] === 'own' ? 'own' : 'other'
