import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { accountId, codeHandle, invitationId, personalCodeId, sessionId } from './ids.ts'
import { me } from './me.ts'
import { givenLine, givenName } from './names.ts'

/** As people type it, any spelling; the server reads it once into E.164 (field code `phone-invalid`). */
export const phoneInput = z.string().trim().min(1).max(40)
export const emailInput = z.email().trim().toLowerCase().max(200)

export const codeWay = z.enum(['sms', 'email'])
export type CodeWay = z.infer<typeof codeWay>

/** Says the same for a number with an account and without one. */
export const codeSent = z.object({
  handle: codeHandle,
  way: codeWay,
  expiresAt: z.iso.datetime(),
  /** Seconds until another one may be asked for. */
  resendAfter: z.int(),
})
export type CodeSent = z.infer<typeof codeSent>

export const signedIn = z.object({
  accountId,
  /** This sign-in made the account: it has no name yet. */
  isNew: z.boolean(),
  /** What personal codes let this account in for; `joining` accepts them. */
  invitationIds: z.array(invitationId),
})
export type SignedIn = z.infer<typeof signedIn>

export const device = z.object({
  sessionId,
  /** The browser's own words (User-Agent); the screen says them plainly. */
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
  isThisOne: z.boolean(),
})
export type Device = z.infer<typeof device>

/** A way back into this account that somebody else holds right now. */
export const comingBackCode = z.object({
  personalCodeId,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type ComingBackCode = z.infer<typeof comingBackCode>

export const operator = z.object({
  /** Null until the person has signed in for the first time. */
  accountId: accountId.nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  addedAt: z.iso.datetime(),
})
export type Operator = z.infer<typeof operator>

/** Repeats a sign-in that was answered `number-asleep` or `number-unproven`: «я здесь впервые». */
const startAnew = z.boolean().optional()
const done = z.object({})

export const identityEndpoints = {
  getMe: defineEndpoint({ method: 'GET', path: '/api/me', access: 'account', response: me, problems: [] }),
  changeMe: defineEndpoint({
    method: 'PATCH',
    path: '/api/me',
    access: 'account',
    body: z.object({
      givenName: givenName(100).optional(),
      patronymic: givenLine(100).optional(),
      familyName: givenLine(100).optional(),
    }),
    response: me,
    problems: [],
  }),
  /** For an account without a proven number: types one. It reserves nothing until it is proven. */
  givePhone: defineEndpoint({
    method: 'PUT',
    path: '/api/me/phone',
    access: 'account',
    body: z.object({ phone: phoneInput }),
    response: me,
    problems: ['phone-proven'],
  }),
  /** For an account without a proven number: proves one by SMS. */
  sendPhoneCode: defineEndpoint({
    method: 'POST',
    path: '/api/me/phone/codes',
    access: 'account',
    body: z.object({ phone: phoneInput }),
    response: codeSent,
    problems: ['phone-proven', 'way-off', 'code-sent-recently', 'too-many-attempts'],
  }),
  provePhone: defineEndpoint({
    method: 'POST',
    path: '/api/me/phone/proofs',
    access: 'account',
    body: z.object({ handle: codeHandle, code: z.string().trim().min(1).max(20) }),
    response: me,
    problems: ['phone-proven', 'number-has-account', 'code-wrong', 'code-late', 'code-spent', 'too-many-attempts'],
  }),

  sendCode: defineEndpoint({
    method: 'POST',
    path: '/api/sign-in/codes',
    access: 'public',
    /** `email`: where one who is new wants it; an account's own address goes first. */
    body: z.object({ phone: phoneInput, way: codeWay, email: emailInput.optional() }),
    response: codeSent,
    problems: ['way-off', 'code-sent-recently', 'too-many-attempts'],
  }),
  signIn: defineEndpoint({
    method: 'POST',
    path: '/api/sign-in',
    access: 'public',
    body: z.object({ handle: codeHandle, code: z.string().trim().min(1).max(20), startAnew }),
    response: signedIn,
    problems: ['code-wrong', 'code-late', 'code-spent', 'too-many-attempts', 'number-asleep', 'number-unproven'],
  }),
  signInWithPersonalCode: defineEndpoint({
    method: 'POST',
    path: '/api/sign-in/personal-code',
    access: 'public',
    body: z.object({ phone: phoneInput, code: z.string().trim().min(1).max(40), startAnew }),
    response: signedIn,
    problems: [
      'personal-code-wrong',
      'personal-code-late',
      'personal-code-used',
      'too-many-attempts',
      'number-has-account',
      'number-unproven',
      'personal-code-early',
    ],
  }),
  signOut: defineEndpoint({
    method: 'POST',
    path: '/api/sign-out',
    access: 'account',
    response: done,
    problems: [],
  }),

  listDevices: defineEndpoint({
    method: 'GET',
    path: '/api/me/devices',
    access: 'account',
    response: z.object({ devices: z.array(device), comingBackCodes: z.array(comingBackCode) }),
    problems: [],
  }),
  endDevice: defineEndpoint({
    method: 'DELETE',
    path: '/api/me/devices/:sessionId',
    access: 'account',
    params: z.object({ sessionId }),
    response: done,
    problems: ['not-found'],
  }),
  endOtherDevices: defineEndpoint({
    method: 'DELETE',
    path: '/api/me/devices',
    access: 'account',
    response: done,
    problems: [],
  }),
  /** «Это не я просил(а)»: the code stops working. */
  revokeComingBackCode: defineEndpoint({
    method: 'DELETE',
    path: '/api/me/coming-back-codes/:personalCodeId',
    access: 'account',
    params: z.object({ personalCodeId }),
    response: done,
    problems: ['not-found'],
  }),

  /** The console's one-time link: signs the first operator in, or the longest-standing one again. */
  useOperatorLink: defineEndpoint({
    method: 'POST',
    path: '/api/operator-link/:token',
    access: 'public',
    params: z.object({ token: z.string().max(100) }),
    response: signedIn,
    problems: ['operator-link-spent', 'too-many-attempts'],
  }),
  listOperators: defineEndpoint({
    method: 'GET',
    path: '/api/operators',
    access: 'operator',
    response: z.object({ operators: z.array(operator) }),
    problems: [],
  }),
  /** Whoever signs in with this number proven is an operator from then on. */
  addOperator: defineEndpoint({
    method: 'POST',
    path: '/api/operators',
    access: 'operator',
    body: z.object({ phone: phoneInput, name: givenName(100) }),
    response: z.object({
      operator,
      /** To hand over in person, shown this once; null for one who has an account already. */
      personalCode: z.string().nullable(),
    }),
    problems: ['operator-already'],
  }),
  /** By account, or by number for one who has not come yet. */
  removeOperator: defineEndpoint({
    method: 'DELETE',
    path: '/api/operators/:who',
    access: 'operator',
    params: z.object({ who: z.string().max(40) }),
    response: done,
    problems: ['not-found', 'last-operator'],
  }),
} as const
