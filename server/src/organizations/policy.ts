import type { ProblemCode } from '@kolosok/contract'

/** What an account is in an organization, its memberships united (`organization_roles` in SQL). */
export type OrganizationRole =
  | 'admin'
  | 'head'
  | 'management'
  | 'teacher'
  | 'unconfirmed-teacher'
  | 'parent'
  | 'student'

export type OrganizationFacts = {
  /** Empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
}

export type OrganizationVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden'>

/** Who belongs here sees that it exists; what else they may do hangs on any of their roles. */
function allowed(organization: OrganizationFacts, ...roles: OrganizationRole[]): OrganizationVerdict {
  if (organization.roles.length === 0) return 'not-found'
  return organization.roles.some((role) => roles.includes(role)) ? 'allow' : 'forbidden'
}

export const organizationPolicy = {
  see: (organization: OrganizationFacts) =>
    allowed(organization, 'admin', 'head', 'management', 'teacher', 'unconfirmed-teacher', 'parent', 'student'),
  /** The section «Организация»: overview, groups, people as far as each may see them. */
  seePages: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management', 'teacher'),
  /** Colleagues, with position and confirmation. */
  seeStaff: (organization: OrganizationFacts) =>
    allowed(organization, 'admin', 'head', 'management', 'teacher', 'unconfirmed-teacher'),
  editCard: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head'),
  manageStructure: (organization: OrganizationFacts) => allowed(organization, 'admin'),
  /** Positions, and who belongs to the management. */
  manageStaff: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  confirmTeachers: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  /** Another number for somebody whose phone is lost: the two who answer for everybody's accounts. */
  decidePhoneChanges: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head'),
  /** Anybody to anything; a teacher's own groups are `accessGroup`'s business. */
  inviteAnybody: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  /** Group chats with people one may write to. */
  createChats: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management', 'teacher'),
  /** The chats that follow the structure: by which rule, under what name, closed or open. */
  manageChats: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  /** What the organization says to all: which channels there are, and what is published in them. */
  manageChannels: (organization: OrganizationFacts) => allowed(organization, 'admin'),
  /** Material for the channels, which an administrator then publishes. */
  propose: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management', 'teacher'),
  /** What people of the organization ask for help with. */
  answerTickets: (organization: OrganizationFacts) => allowed(organization, 'admin'),
  decideRequests: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  /** Who administers, and by which orders. */
  seeAdministrators: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  /** How the platform is used, by all of the organization: statistics and reports. */
  seeStatistics: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  /** Which chats there are and what took place in them; a teacher those of own groups. */
  seeRegister: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management', 'teacher'),
  /** Compiled for the head. */
  compileReports: (organization: OrganizationFacts) => allowed(organization, 'admin'),
  /** What consent is asked for, who has given it, and what was brought on paper. */
  manageConsents: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
  /** Everything of the organization as one archive: the two who answer for it. */
  takeData: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head'),
  /** Who did what, when. */
  seeJournal: (organization: OrganizationFacts) => allowed(organization, 'admin', 'head', 'management'),
} as const

export type OrganizationAction = keyof typeof organizationPolicy
