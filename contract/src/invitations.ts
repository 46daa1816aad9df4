import { z } from 'zod'
import { delivery } from './deliveries.ts'
import { defineEndpoint } from './endpoint.ts'
import { chatId, childId, groupId, invitationId, organizationId } from './ids.ts'

export const invitationKind = z.enum(['staff', 'child', 'chat'])
export type InvitationKind = z.infer<typeof invitationKind>

/** Worked out, never stored: time passes and children leave without anybody writing it down. */
export const invitationState = z.enum(['open', 'spent', 'expired', 'revoked'])
export type InvitationState = z.infer<typeof invitationState>

/** What a list can be narrowed to. `expiring` and `unclaimed` ones are open. */
export const invitationStanding = z.enum([...invitationState.options, 'expiring', 'unclaimed'])
export type InvitationStanding = z.infer<typeof invitationStanding>

export const INVITATION_DAYS = 14
/** For so long a link stays in the list after its end. */
export const TIDIED_AFTER_DAYS = 30
/** From this many days before its end on, a link is about to expire. */
export const EXPIRING_DAYS = 3
export const MAX_SELECTED = 200
export const CHILD_USES = 2
export const MAX_USES = 200

const optional = (max: number) => z.string().trim().max(max).default('')

/** An invitation as those see it who may manage it. */
export const invitation = z.object({
  id: invitationId,
  kind: invitationKind,
  role: z.enum(['teacher', 'parent']),
  /** What a member of staff is invited as; may be empty. */
  position: z.string(),
  child: z.object({ id: childId, name: z.string() }).nullable(),
  /** Whom of the staff it was made for, where that is known. */
  invitee: z.string().nullable(),
  /** Of a chat's link: which chat it leads to. */
  chat: z.object({ id: chatId, title: z.string() }).nullable(),
  /** The groups the child is in now; for staff those that come with the invitation. */
  groups: z.array(z.object({ id: groupId, name: z.string() })),
  state: invitationState,
  /** What the QR code holds. */
  url: z.string(),
  uses: z.int().nonnegative(),
  useLimit: z.int().positive(),
  usedBy: z.array(z.object({ name: z.string(), label: z.string(), at: z.iso.datetime() })),
  /** Where it was sent, newest first; the last few. */
  deliveries: z.array(delivery),
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  revokedAt: z.iso.datetime().nullable(),
})
export type Invitation = z.infer<typeof invitation>

/** A child of a group, and whether somebody of the family can join or has joined. */
export const childInvitation = z.object({
  child: z.object({ id: childId, name: z.string() }),
  /** As the outside of a slip shows it: no surname. */
  slipName: z.string(),
  /** Who is in already, as they signed: «мама Вани». */
  guardians: z.array(z.string()),
  /** The newest one; null when there was none. */
  invitation: invitation.nullable(),
})
export type ChildInvitation = z.infer<typeof childInvitation>

/** Which invitations are meant, besides how they stand. */
const filter = {
  kind: invitationKind.optional(),
  /** Of the children who are in it now. */
  groupId: groupId.optional(),
  /** Part of a child's name, of a position, or of the name of somebody who came in. */
  search: z.string().trim().max(100).optional(),
}

const inOrganization = z.object({ organizationId })
const inGroup = z.object({ groupId })

export const invitationEndpoints = {
  /** Newest first. A teacher's list holds the children of her own groups. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/invitations',
    access: 'account',
    params: inOrganization,
    query: z.object({ ...filter, state: invitationStanding.optional(), after: invitationId.optional() }),
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
