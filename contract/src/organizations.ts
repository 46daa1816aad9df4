import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { membershipId, organizationId } from './ids.ts'
import { role } from './people.ts'

export const organizationKind = z.enum(['kindergarten', 'school', 'additional'])
export type OrganizationKind = z.infer<typeof organizationKind>

/** What this reader may do in an organization, decided by the server. */
export const organizationAbilities = z.object({
  /** The section «Организация» is there at all. */
  seeOrganizationPages: z.boolean(),
  editCard: z.boolean(),
  manageStructure: z.boolean(),
  manageStaff: z.boolean(),
  decideConfirmations: z.boolean(),
  /** Anybody to anything; teachers invite to their own groups besides (see the group's abilities). */
  inviteAnybody: z.boolean(),
})
export type OrganizationAbilities = z.infer<typeof organizationAbilities>

/** One's own belonging to an organization. */
export const ownMembership = z.object({
  id: membershipId,
  organization: z.object({
    id: organizationId,
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: organizationKind,
    timeZone: z.string(),
  }),
  role,
  position: z.string(),
  /** As others see one here. */
  name: z.string(),
  label: z.string(),
  isAdmin: z.boolean(),
  isHead: z.boolean(),
  isConfirmed: z.boolean(),
  /** Of all memberships in this organization united. */
  abilities: organizationAbilities,
})
export type OwnMembership = z.infer<typeof ownMembership>

export const organizationEndpoints = {
  /** Where one belongs now; several memberships in one organization are several entries. */
  mine: defineEndpoint({
    method: 'GET',
    path: '/api/me/memberships',
    access: 'account',
    response: z.object({ memberships: z.array(ownMembership) }),
    problems: [],
  }),
} as const
