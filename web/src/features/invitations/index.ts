import { lazy } from 'react'

export { invitationRoutes } from './routes.tsx'

/** Also for the links of a chat. */
export const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }))

/** On a group's page; comes with it, not with the first load. */
export const InviteFamilies = lazy(async () => ({ default: (await import('./invite-families.tsx')).InviteFamilies }))
