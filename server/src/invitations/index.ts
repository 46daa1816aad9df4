export { invitationRoutes } from './routes.ts'
export { revokeLinksOfChild } from './revoke.ts'
