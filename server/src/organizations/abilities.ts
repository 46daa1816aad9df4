import type { OrganizationAbilities } from '@kolosok/contract'
import { isOffered } from './offered.ts'
import { type OrganizationAction, organizationPolicy, type OrganizationRole } from './policy.ts'

/** What somebody with these roles may do, for menus and buttons; in a closed organization: look, and take away. */
export function abilitiesIn(
  roles: readonly OrganizationRole[],
  { isClosed }: { readonly isClosed: boolean },
): OrganizationAbilities {
  const verdictOn = (action: OrganizationAction) => organizationPolicy[action]({ roles })
  const may = (action: OrganizationAction) => verdictOn(action) === 'allow'
  const mayNow = (action: OrganizationAction) => isOffered(verdictOn(action), { isOrganizationClosed: isClosed })
  return {
    seeOrganizationPages: may('seePages'),
    editCard: mayNow('editCard'),
    manageStructure: mayNow('manageStructure'),
    manageStaff: mayNow('manageStaff'),
    decideConfirmations: mayNow('confirmTeachers'),
    decidePhoneChanges: may('decidePhoneChanges'),
    inviteAnybody: mayNow('inviteAnybody'),
    createChats: mayNow('createChats'),
    manageChats: mayNow('manageChats'),
    answerTickets: may('answerTickets'),
    seeJournal: may('seeJournal'),
    seeStatistics: may('seeStatistics'),
    seeRegister: may('seeRegister'),
    compileReports: mayNow('compileReports'),
    seeAdministrators: may('seeAdministrators'),
    manageConsents: mayNow('manageConsents'),
    takeData: may('takeData'),
  }
}
