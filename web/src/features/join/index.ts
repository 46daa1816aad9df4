export { joinRoute } from './routes.tsx'
export { WaitingInvitation } from './waiting-invitation.tsx'
