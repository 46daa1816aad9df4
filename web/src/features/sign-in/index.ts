import { lazy } from 'react'

export { operatorLinkRoute, ownPhoneRoute, signInRoute } from './routes.tsx'
export type { SignInStep } from './sign-in-steps.tsx'

/** Inside a page of another feature; its fields are no part of the first load. */
export const SignInSteps = lazy(async () => ({ default: (await import('./sign-in-steps.tsx')).SignInSteps }))
