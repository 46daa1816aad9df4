import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { duty } from './groups.ts'
import { groupId, membershipId, organizationId } from './ids.ts'
import { givenLine } from './names.ts'
import { person } from './people.ts'

/** A colleague. */
export const staffMember = z.object({
  person,
  fullName: z.string(),
  isAdmin: z.boolean(),
  isHead: z.boolean(),
  /** Empty for a reader whose own status is not confirmed. */
  groups: z.array(z.object({ groupId, name: z.string(), duty })),
  /** May this reader set position and role? */
  isEditable: z.boolean(),
})
export type StaffMember = z.infer<typeof staffMember>

export const membershipEndpoints = {
  /** All staff of an organization, by name. */
  staff: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/staff',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({ staff: z.array(staffMember) }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Position, and who belongs to the management. Naming a head ends the former head's being one. */
  edit: defineEndpoint({
    method: 'PATCH',
    path: '/api/memberships/:membershipId',
    access: 'account',
    params: z.object({ membershipId }),
    body: z.strictObject({
      position: givenLine(100).optional(),
      role: z.enum(['management', 'teacher']).optional(),
      isHead: z.boolean().optional(),
    }),
    response: staffMember,
    problems: ['not-found', 'forbidden', 'invalid-request', 'role-held-already'],
  }),
} as const
