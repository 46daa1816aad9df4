import { z } from 'zod'
import { accountId, phoneChangeId } from './ids.ts'

/** One's own change of number that waits for a decision, or how it ended a day ago at most. */
export const ownPhoneChange = z.object({
  id: phoneChangeId,
  state: z.enum(['requested', 'agreed', 'done', 'refused', 'failed']),
  newPhone: z.string(),
  isByOwner: z.boolean(),
  takesEffectAt: z.iso.datetime().nullable(),
})
export type OwnPhoneChange = z.infer<typeof ownPhoneChange>

export const me = z.object({
  accountId,
  givenName: z.string(),
  patronymic: z.string(),
  familyName: z.string(),
  /** E.164. Null once its owner proved it elsewhere; then this account is asked for its own. */
  phone: z.string().nullable(),
  /** A number that was only typed reserves nothing and is shown as such to those who decide. */
  isPhoneVerified: z.boolean(),
  email: z.string().nullable(),
  isOperator: z.boolean(),
  phoneChange: ownPhoneChange.nullable(),
})
export type Me = z.infer<typeof me>
