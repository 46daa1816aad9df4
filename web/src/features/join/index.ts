import { lazy } from 'react'

export { joinRoute } from './routes.tsx'
export { WaitingInvitation } from './waiting-invitation.tsx'

/** For whoever asks to be let in; not part of the first load. */
export const ConsentFacts = lazy(async () => ({ default: (await import('./consent-facts.tsx')).ConsentFacts }))
