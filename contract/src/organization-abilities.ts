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
  /** Statistics and reports of all the organization. */
  seeStatistics: z.boolean(),
  /** The register of chats and events, of all or of own groups. */
  seeRegister: z.boolean(),
  compileReports: z.boolean(),
  seeAdministrators: z.boolean(),
  manageConsents: z.boolean(),
  /** Everything of the organization as an archive; its closing. */
  takeData: z.boolean(),
})
export type OrganizationAbilities = z.infer<typeof organizationAbilities>
