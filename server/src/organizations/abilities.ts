import type { OrganizationAbilities } from '@kolosok/contract'
import { type OrganizationAction, organizationPolicy, type OrganizationRole } from './policy.ts'

/** What somebody with these roles may do, for menus and buttons. */
export function abilitiesIn(roles: readonly OrganizationRole[]): OrganizationAbilities {
  const may = (action: OrganizationAction) => organizationPolicy[action]({ roles }) === 'allow'
  return {
    seeOrganizationPages: may('seePages'),
    editCard: may('editCard'),
    manageStructure: may('manageStructure'),
    manageStaff: may('manageStaff'),
    decideConfirmations: may('confirmTeachers'),
    decidePhoneChanges: may('decidePhoneChanges'),
    inviteAnybody: may('inviteAnybody'),
    createChats: may('createChats'),
    manageChats: may('manageChats'),
    answerTickets: may('answerTickets'),
    seeJournal: may('seeJournal'),
    seeStatistics: may('seeStatistics'),
    seeRegister: may('seeRegister'),
    compileReports: may('compileReports'),
    seeAdministrators: may('seeAdministrators'),
    manageConsents: may('manageConsents'),
    takeData: may('takeData'),
  }
}
