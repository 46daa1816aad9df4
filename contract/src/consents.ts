import { z } from 'zod'

/** What a consent is for. One row per purpose; the texts stand in the catalogue, by purpose and version. */
export const joiningPurpose = z.enum(['staff-communication', 'family-communication'])
export type JoiningPurpose = z.infer<typeof joiningPurpose>

/** The text that is shown today. Raised whenever its wording changes; older consents keep their number. */
export const consentVersions = {
  'staff-communication': 1,
  'family-communication': 1,
} as const satisfies Record<JoiningPurpose, number>

export const givenConsent = z.strictObject({ purpose: joiningPurpose, textVersion: z.int().positive() })
export type GivenConsent = z.infer<typeof givenConsent>
