import { lazy } from 'react'

export { invitationRoutes } from './routes.tsx'

/** On a group's page; comes with it, not with the first load. */
export const InviteFamilies = lazy(async () => ({ default: (await import('./invite-families.tsx')).InviteFamilies }))
