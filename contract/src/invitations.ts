import { z } from 'zod'
import { delivery } from './deliveries.ts'
import { chatId, childId, groupId, invitationId } from './ids.ts'

export const invitationKind = z.enum(['staff', 'child', 'chat'])
export type InvitationKind = z.infer<typeof invitationKind>

/** Worked out, never stored: time passes and children leave without anybody writing it down. */
export const invitationState = z.enum(['open', 'spent', 'expired', 'revoked'])
export type InvitationState = z.infer<typeof invitationState>

/** What a list can be narrowed to. `expiring` and `unclaimed` ones are open. */
export const invitationStanding = z.enum([...invitationState.options, 'expiring', 'unclaimed'])
export type InvitationStanding = z.infer<typeof invitationStanding>

/** By when it was made, by its end, by when somebody last came in by it (never is the oldest), or by whom it is for. */
export const invitationSort = z.enum(['created', '-created', 'expires', '-expires', 'used', '-used', 'whom', '-whom'])
export type InvitationSort = z.infer<typeof invitationSort>

/** As many as one workbook or one print takes. */
export const MAX_INVITATIONS_EXPORTED = 10_000

export const INVITATION_DAYS = 14
/** For so long a link stays in the list after its end. */
export const TIDIED_AFTER_DAYS = 30
/** From this many days before its end on, a link is about to expire. */
export const EXPIRING_DAYS = 3
export const MAX_SELECTED = 200
export const CHILD_USES = 2
export const MAX_USES = 200

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

/** As it is taken along: neither the link itself nor the addresses it was sent to lie in a file. */
export const takenInvitation = invitation.omit({ url: true, deliveries: true })
export type TakenInvitation = z.infer<typeof takenInvitation>

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
