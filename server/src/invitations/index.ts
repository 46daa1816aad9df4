export { accessInvitation } from './access.ts'
export { handOverLinks } from './hand-over.ts'
export { countOpenLinksOf } from './hand-over.store.ts'
export { openToColleagues, openToFamilies, prepare } from './invite.ts'
export { getHeld, requireOpen } from './open.ts'
export { present as presentInvitation } from './present.ts'
export { countUnclaimedLinks, scopeOf } from './list.ts'
export { listUnclaimed, type Scope } from './list.store.ts'
export { inviteColleagues, takeInvitationsBack } from './colleagues.ts'
export { listInvitees } from './colleagues.store.ts'
export { invitationRoutes } from './routes.ts'
export { revokeLinksOfChild } from './revoke.ts'
export { findInvitationFacts, getInvitationRow, invitationRows } from './store.ts'
export {
  findName,
  getOrganizationName,
  type HeldInvitation,
  insertUse,
  lockByToken,
  nameAccount,
} from './token.store.ts'
export { linkOf } from './token.ts'
export { insertInvitations, listManagers } from './write.store.ts'
