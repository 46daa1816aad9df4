import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { childId, groupId, invitationId, organizationId } from './ids.ts'
import {
  CHILD_USES,
  childInvitation,
  invitation,
  INVITATION_DAYS,
  invitationKind,
  invitationSort,
  invitationStanding,
  MAX_SELECTED,
  MAX_USES,
  takenInvitation,
} from './invitations.ts'

const optional = (max: number) => z.string().trim().max(max).default('')

/** Which invitations are meant, besides how they stand. */
const filter = {
  kind: invitationKind.optional(),
  /** Of the children who are in it now. */
  groupId: groupId.optional(),
  /** Part of a child's name, of a position, or of the name of somebody who came in. */
  search: z.string().trim().max(100).optional(),
}

/** Which ones a list shows, and in which order; the newest first unless said. */
const listed = { ...filter, state: invitationStanding.optional(), sort: invitationSort.optional() }

const inOrganization = z.object({ organizationId })
const inGroup = z.object({ groupId })

export const invitationEndpoints = {
  /** A teacher's list holds the children of her own groups. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/invitations',
    access: 'account',
    params: inOrganization,
    query: z.object({ ...listed, after: invitationId.optional() }),
    response: z.object({
      invitations: z.array(invitation),
      next: invitationId.nullable(),
      /** Open and never used, of those the filter means in whatever state: what `revokeUnclaimed` would end. */
      unclaimed: z.int().nonnegative(),
      /** To narrow the list to: a teacher's own. */
      groups: z.array(z.object({ id: groupId, name: z.string() })),
      abilities: z.object({ inviteStaff: z.boolean() }),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** All that are meant at once: exactly those the list shows. Each answer is written down in the journal. */
  export: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/invitations/export',
    access: 'account',
    params: inOrganization,
    body: z.strictObject(listed),
    response: z.object({ invitations: z.array(takenInvitation), isCut: z.boolean() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** The client chose the id: a retry returns the first one. */
  inviteStaff: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/invitations/:invitationId',
    access: 'account',
    params: z.object({ organizationId, invitationId }),
    body: z.strictObject({
      position: optional(80),
      useLimit: z.int().min(1).max(MAX_USES),
      days: z.int().min(1).max(90).default(INVITATION_DAYS),
    }),
    response: invitation,
    problems: ['not-found', 'forbidden'],
  }),
  revoke: defineEndpoint({
    method: 'DELETE',
    path: '/api/organizations/:organizationId/invitations/:invitationId',
    access: 'account',
    params: z.object({ organizationId, invitationId }),
    response: invitation,
    problems: ['not-found'],
  }),
  /** Ends these; ones that were over already stay as they are. */
  revokeSelected: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/invitations/revoke-selected',
    access: 'account',
    params: inOrganization,
    body: z.strictObject({ invitationIds: z.array(invitationId).min(1).max(MAX_SELECTED) }),
    response: z.object({ revoked: z.int().nonnegative() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Ends every open link that nobody has used, of those the filter means. */
  revokeUnclaimed: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/invitations/revoke-unclaimed',
    access: 'account',
    params: inOrganization,
    body: z.strictObject(filter),
    response: z.object({ revoked: z.int().nonnegative() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Each child of a group with its newest invitation. */
  ofGroup: defineEndpoint({
    method: 'GET',
    path: '/api/groups/:groupId/invitations',
    access: 'account',
    params: inGroup,
    response: z.object({
      organizationId,
      organizationName: z.string(),
      groupName: z.string(),
      children: z.array(childInvitation),
      /** False without a public address: printed links then open on this machine only. */
      isReachable: z.boolean(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Makes an invitation for each child (or the named ones) that has no open one. Again: changes nothing. */
  inviteFamilies: defineEndpoint({
    method: 'PUT',
    path: '/api/groups/:groupId/invitations',
    access: 'account',
    params: inGroup,
    body: z.strictObject({
      childIds: z.array(childId).max(200).optional(),
      useLimit: z.int().min(1).max(10).default(CHILD_USES),
      days: z.int().min(1).max(90).default(INVITATION_DAYS),
    }),
    response: z.object({ created: z.int().nonnegative(), children: z.array(childInvitation) }),
    problems: ['not-found', 'forbidden'],
  }),
  /** New personal codes for the open invitations of a group, one per use left; those printed before end. */
  makeCodes: defineEndpoint({
    method: 'POST',
    path: '/api/groups/:groupId/invitation-codes',
    access: 'account',
    params: inGroup,
    response: z.object({ codes: z.array(z.object({ invitationId, codes: z.array(z.string()) })) }),
    problems: ['not-found', 'forbidden'],
  }),
  /** The slips of all groups whose families one may invite, each group on pages of its own. */
  sheets: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/invitation-sheets',
    access: 'account',
    params: inOrganization,
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
  /** A4 with one slip per child that has an open invitation; prints the codes it is given, and keeps none. */
  sheet: defineEndpoint({
    method: 'POST',
    path: '/api/groups/:groupId/invitation-sheet',
    access: 'account',
    params: inGroup,
    body: z.strictObject({
      codes: z
        .array(z.strictObject({ invitationId, codes: z.array(z.string().max(20)).max(10) }))
        .max(200)
        .default([]),
    }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
