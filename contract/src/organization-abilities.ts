import { z } from 'zod'

/** What this reader may do in an organization, decided by the server. */
export const organizationAbilities = z.object({
  /** The section «Организация» is there at all. */
  seeOrganizationPages: z.boolean(),
  editCard: z.boolean(),
  manageStructure: z.boolean(),
  manageStaff: z.boolean(),
  decideConfirmations: z.boolean(),
  decidePhoneChanges: z.boolean(),
  /** Anybody to anything; teachers invite to their own groups besides (see the group's abilities). */
  inviteAnybody: z.boolean(),
  createChats: z.boolean(),
  /** The chats that follow the structure. */
  manageChats: z.boolean(),
  answerTickets: z.boolean(),
  seeJournal: z.boolean(),
  /** Statistics, reports, and the register of chats and calls. */
  seeStatistics: z.boolean(),
  compileReports: z.boolean(),
  seeAdministrators: z.boolean(),
  manageConsents: z.boolean(),
})
export type OrganizationAbilities = z.infer<typeof organizationAbilities>
