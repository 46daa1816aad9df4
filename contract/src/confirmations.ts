import { z } from 'zod'
import { decidedTogether, MAX_TOGETHER, queueFilter } from './deciding-together.ts'
import { defineEndpoint } from './endpoint.ts'
import { confirmationId, membershipId, organizationId } from './ids.ts'

/** `withdrawn`: by who asked, while waiting; or by the management, from somebody confirmed. */
export const confirmationState = z.enum(['requested', 'confirmed', 'refused', 'withdrawn'])
export type ConfirmationState = z.infer<typeof confirmationState>

const sentence = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => text !== '', { params: { code: 'required' } })

/** A teacher's request that the status «педагог» be confirmed. */
export const confirmation = z.object({
  id: confirmationId,
  membershipId,
  /** As it stands in documents: the one who decides must recognise the person. */
  fullName: z.string(),
  phone: z.string(),
  isPhoneVerified: z.boolean(),
  position: z.string(),
  /** Empty where nobody asked: confirmed by an order or a list, and withdrawn later. */
  howToCheck: z.string(),
  word: z.string(),
  state: confirmationState,
  /** Why it was refused or withdrawn. */
  reason: z.string(),
  requestedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  /** When those who decide were last reminded of it. */
  remindedAt: z.iso.datetime().nullable(),
})
export type Confirmation = z.infer<typeof confirmation>

const one = z.object({ organizationId, confirmationId })
const confirmationIds = z.array(confirmationId).min(1).max(MAX_TOGETHER)

/** Why a decision among many did not count. */
export const confirmationsDecided = decidedTogether(confirmationId, ['not-found', 'forbidden', 'confirmation-decided'])
export type ConfirmationsDecided = z.infer<typeof confirmationsDecided>

export const confirmationEndpoints = {
  /** Waiting ones first come first; decided ones newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/confirmations',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ ...queueFilter, after: confirmationId.optional() }),
    response: z.object({
      confirmations: z.array(confirmation),
      next: confirmationId.nullable(),
      waiting: z.int().nonnegative(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** All of them, to take along; written down in the journal. */
  export: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/confirmations/export',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.strictObject(queueFilter),
    response: z.object({ confirmations: z.array(confirmation), isCut: z.boolean() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** One's own status here, with the last request. */
  mine: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/my-confirmation',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({
      /** False for whoever is confirmed, and for those who are not staff. */
      canAsk: z.boolean(),
      isConfirmed: z.boolean(),
      position: z.string(),
      last: confirmation.nullable(),
    }),
    problems: ['not-found'],
  }),
  /** The client chose the id: a retry returns the first one. */
  ask: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/confirmations/:confirmationId',
    access: 'account',
    params: one,
    body: z.strictObject({
      position: sentence(80),
      howToCheck: sentence(300),
      word: z.string().trim().max(500).default(''),
    }),
    response: confirmation,
    problems: ['not-found', 'forbidden', 'already-confirmed', 'confirmation-waiting'],
  }),
  confirm: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/confirmations/:confirmationId/confirm',
    access: 'account',
    params: one,
    /** The position as it will be shown; the one asked for unless corrected. */
    body: z.strictObject({ position: sentence(80).optional() }),
    response: confirmation,
    problems: ['not-found', 'forbidden', 'confirmation-decided'],
  }),
  refuse: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/confirmations/:confirmationId/refuse',
    access: 'account',
    params: one,
    body: z.strictObject({ reason: sentence(500) }),
    response: confirmation,
    problems: ['not-found', 'forbidden', 'confirmation-decided'],
  }),
  /** By who asked, while it waits; by the management, once it is confirmed. */
  withdraw: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/confirmations/:confirmationId/withdraw',
    access: 'account',
    params: one,
    body: z.strictObject({ reason: z.string().trim().max(500).default('') }),
    response: confirmation,
    problems: ['not-found', 'forbidden', 'confirmation-decided'],
  }),
  /** Several at once, each decided by itself: what can't be is left as it is, and the others go through. */
  decideTogether: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/confirmations/decide',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.discriminatedUnion('decision', [
      /** Each as the position asked for. */
      z.strictObject({ decision: z.literal('confirm'), confirmationIds }),
      z.strictObject({ decision: z.literal('refuse'), confirmationIds, reason: sentence(500) }),
    ]),
    response: confirmationsDecided,
    problems: ['not-found', 'forbidden'],
  }),
  /** From somebody confirmed, however that came about: by a request, an order or a list. Again: changes nothing. */
  unconfirm: defineEndpoint({
    method: 'POST',
    path: '/api/memberships/:membershipId/unconfirm',
    access: 'account',
    params: z.object({ membershipId }),
    body: z.strictObject({ reason: sentence(500) }),
    response: z.object({}),
    problems: ['not-found', 'forbidden'],
  }),
} as const
