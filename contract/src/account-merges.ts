import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { codeSent, emailInput, phoneInput } from './identity.ts'
import { accountMergeId, codeHandle } from './ids.ts'
import { me } from './me.ts'
import { role } from './people.ts'

/** How somebody proves that the other account is theirs, too: as they would sign in to it. */
export const mergeWay = z.enum(['sms', 'email', 'personal-code'])
export type MergeWay = z.infer<typeof mergeWay>

const typedCode = z.string().trim().min(1).max(20)
const sentCode = z.strictObject({ handle: codeHandle, code: typedCode })

/** Both ends in one hand: the own number (where codes can be sent to it), and the other one. */
export const mergeProof = z.strictObject({
  phone: phoneInput,
  own: sentCode.nullable(),
  other: z.union([sentCode, z.strictObject({ personalCode: z.string().trim().min(1).max(40) })]),
})
export type MergeProof = z.infer<typeof mergeProof>

/** What would come over, told before anything happens. */
export const mergePreview = z.object({
  /** As the other account is called. */
  fullName: z.string(),
  places: z.array(z.object({ organization: z.string(), roles: z.array(role), children: z.array(z.string()) })),
  chatCount: z.int(),
  /** What is said in both direct chats with one person can't be put in one order: so many become an archive. */
  archivedCount: z.int(),
  deviceCount: z.int(),
})
export type MergePreview = z.infer<typeof mergePreview>

const refusals = [
  'code-wrong',
  'code-late',
  'code-spent',
  'personal-code-wrong',
  'personal-code-late',
  'personal-code-used',
  'too-many-attempts',
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

export const accountMergeEndpoints = {
  /** Says the same for a number with an account and without one. `own` is null where nothing can be sent to oneself. */
  sendCodes: defineEndpoint({
    method: 'POST',
    path: '/api/me/account-merges/codes',
    access: 'account',
    body: z.strictObject({ phone: phoneInput, way: mergeWay, email: emailInput.optional() }),
    response: z.object({ own: codeSent.nullable(), other: codeSent.nullable() }),
    problems: ['way-off', 'code-sent-recently', 'too-many-attempts', 'account-same'],
  }),
  /** With the same codes as the merge itself, which stay good for it. A wrong one says which in `params.which`. */
  preview: defineEndpoint({
    method: 'POST',
    path: '/api/me/account-merges/preview',
    access: 'account',
    body: mergeProof,
    response: mergePreview,
    problems: refusals,
  }),
  /** Everything of the other account is this one's from then on. Can't be undone; the same id again changes nothing. */
  merge: defineEndpoint({
    method: 'PUT',
    path: '/api/me/account-merges/:accountMergeId',
    access: 'account',
    params: z.object({ accountMergeId }),
    body: mergeProof,
    response: me,
    problems: [...refusals, 'not-found'],
  }),
} as const
