import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { codeSent, phoneInput } from './identity.ts'
import { codeHandle, membershipId, organizationId, phoneChangeId } from './ids.ts'
import { me } from './me.ts'
import { outgoingLetter } from './outgoing-letters.ts'
import { person } from './people.ts'

const typedCode = z.string().trim().min(1).max(20)

/** A change of somebody's number that waits, as those who decide about it see it. */
export const phoneChange = z.object({
  id: phoneChangeId,
  /** As this organization knows them; null for whoever belongs to none. */
  person: person.nullable(),
  fullName: z.string(),
  newPhone: z.string(),
  /** The person asked for it; else a colleague did in their name. */
  isByOwner: z.boolean(),
  /** The reader did: to hand over a code at once takes somebody else. */
  isByReader: z.boolean(),
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  isAgreedHere: z.boolean(),
  /** Other organizations of this person that have not agreed yet. */
  waitingElsewhere: z.int(),
  /** Everybody has agreed: from then on. */
  takesEffectAt: z.iso.datetime().nullable(),
  /** At once with a personal code, for whoever stands before one: where no other organization is concerned. */
  mayBeInPerson: z.boolean(),
  mayDecide: z.boolean(),
  /** What became of the last letter about it to the owner. */
  letter: outgoingLetter.nullable(),
})
export type PhoneChange = z.infer<typeof phoneChange>

const agreement = z.strictObject({
  /** The person is here, and is handed the code. */
  isInPerson: z.boolean(),
})
const agreed = z.object({
  /** To be typed together with the new number; shown this once. Null where the change comes by itself. */
  personalCode: z.string().nullable(),
  takesEffectAt: z.iso.datetime().nullable(),
  waitingElsewhere: z.int(),
})
export type AgreedPhoneChange = z.infer<typeof agreed>
const change = z.object({ phoneChangeId })
const here = z.object({ organizationId, phoneChangeId })
const changes = z.object({ changes: z.array(phoneChange) })
const done = z.object({})

export const phoneChangeEndpoints = {
  /** Codes to the new number (where there are SMS) and to the old one, or to the account's address. */
  sendCodes: defineEndpoint({
    method: 'POST',
    path: '/api/me/phone-change/codes',
    access: 'account',
    body: z.strictObject({ phone: phoneInput, old: z.enum(['sms', 'email', 'none']) }),
    response: z.object({ new: codeSent.nullable(), old: codeSent.nullable() }),
    problems: ['way-off', 'code-sent-recently', 'too-many-attempts', 'phone-same'],
  }),
  /** Both codes: the number is the account's at once. A wrong code says which in `params.which`. */
  change: defineEndpoint({
    method: 'POST',
    path: '/api/me/phone-change',
    access: 'account',
    body: z.strictObject({ newHandle: codeHandle, newCode: typedCode, oldHandle: codeHandle, oldCode: typedCode }),
    response: me,
    problems: ['number-has-account', 'code-wrong', 'code-late', 'code-spent', 'too-many-attempts'],
  }),
  /** The old phone is lost: asks for a decision. The new number is proved where there are SMS. */
  ask: defineEndpoint({
    method: 'PUT',
    path: '/api/me/phone-changes/:phoneChangeId',
    access: 'account',
    params: change,
    body: z.strictObject({ phone: phoneInput, handle: codeHandle.optional(), code: typedCode.optional() }),
    response: me,
    problems: [
      'number-has-account',
      'code-wrong',
      'code-late',
      'code-spent',
      'too-many-attempts',
      'phone-same',
      'phone-change-waiting',
      'too-many-requests',
      'not-found',
    ],
  }),
  /** «Это не я», from any device of the account, or one's own second thought. */
  stop: defineEndpoint({
    method: 'DELETE',
    path: '/api/me/phone-changes/:phoneChangeId',
    access: 'account',
    params: change,
    response: me,
    problems: ['not-found', 'phone-change-over'],
  }),
  /** An admin, or a teacher for parents of own groups, in the name of somebody who can't get in. */
  start: defineEndpoint({
    method: 'PUT',
    path: '/api/memberships/:membershipId/phone-changes/:phoneChangeId',
    access: 'account',
    params: z.object({ membershipId, phoneChangeId }),
    body: z.strictObject({ phone: phoneInput }),
    response: done,
    problems: [
      'not-found',
      'forbidden',
      'phone-same',
      'phone-change-waiting',
      'number-has-account',
      'too-many-requests',
    ],
  }),
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/phone-changes',
    access: 'account',
    params: z.object({ organizationId }),
    response: changes,
    problems: ['not-found', 'forbidden'],
  }),
  /** Again, once agreed: another code instead of the one that was lost. */
  agree: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/phone-changes/:phoneChangeId/agreement',
    access: 'account',
    params: here,
    body: agreement,
    response: agreed,
    problems: ['not-found', 'forbidden', 'phone-change-over'],
  }),
  refuse: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/phone-changes/:phoneChangeId/refusal',
    access: 'account',
    params: here,
    response: done,
    problems: ['not-found', 'forbidden', 'phone-change-over'],
  }),
  /** Everybody's, for whom no organization can decide alone: operators, and those who belong to none or to several. */
  listAll: defineEndpoint({
    method: 'GET',
    path: '/api/operator/phone-changes',
    access: 'operator',
    response: changes,
    problems: [],
  }),
  agreeForAll: defineEndpoint({
    method: 'POST',
    path: '/api/operator/phone-changes/:phoneChangeId/agreement',
    access: 'operator',
    params: change,
    body: agreement,
    response: agreed,
    problems: ['not-found', 'forbidden', 'phone-change-over'],
  }),
  refuseForAll: defineEndpoint({
    method: 'POST',
    path: '/api/operator/phone-changes/:phoneChangeId/refusal',
    access: 'operator',
    params: change,
    response: done,
    problems: ['not-found', 'forbidden', 'phone-change-over'],
  }),
} as const
