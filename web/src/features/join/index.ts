export { joinRoute } from './routes.tsx'
export { WaitingInvitation } from './waiting-invitation.tsx'
export { ConsentFacts } from './consent-facts.tsx'
