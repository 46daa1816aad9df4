import type { Entered } from '#identity/index.ts'

export type ClaimFacts = Pick<Entered, 'isPhoneVerified' | 'email' | 'isEmailVerified'> & {
  readonly applicationEmail: string
}

/** The number is the application's already; here is asked what speaks for it. */
export const claimPolicy = {
  claim: ({ isPhoneVerified, email, isEmailVerified, applicationEmail }: ClaimFacts): boolean =>
    isPhoneVerified || (isEmailVerified && email === applicationEmail),
}
