import { z } from 'zod'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { accountId, membershipId, organizationId } from './ids.ts'

/** Everything that is written down, or ever was: none is taken away. Each has its sentence in the journal. */
export const auditActions = [
  'account.created',
  'account.deleted',
  'account.signed-in',
  'application.approved',
  'application.claimed',
  'application.refused',
  'application.returned',
  'application.withdrawn',
  'backup.asked',
  'call.ended',
  'call.participant-removed',
  'call.started',
  'channel.closed',
  'channel.created',
  'channel.edited',
  'channel.reopened',
  'chat.closed',
  'chat.created',
  'chat.edited',
  'chat.entered',
  'chat.handed-over',
  'chat.member-removed',
  'chat.members-added',
  'chat.moderator-appointed',
  'chat.moderator-dismissed',
  'chat.reopened',
  'child.added',
  'child.enrolled',
  'child.moved',
  'child.removed',
  'child.renamed',
  'child.returned',
  'children.exported',
  'committee.marked',
  'committee.unmarked',
  'confirmation.refused',
  'confirmation.requested',
  'confirmation.withdrawn',
  'consent.given',
  'group.archived',
  'group.created',
  'group.edited',
  'group.restored',
  'group.substitute-changed',
  'group.substitute-ended',
  'group.substitute-named',
  'group.substitution-began',
  'group.substitution-over',
  'group.teacher-attached',
  'group.teacher-detached',
  'groups.reordered',
  'guardian.added',
  'guardian.limited',
  'guardian.removed',
  'guardian.unlimited',
  'import.applied',
  'import.undone',
  'invitation.accepted',
  'invitation.created',
  'invitation.handed-over',
  'invitation.revoked',
  'invitation.sending-stopped',
  'invitation.sent',
  'invitation.sent-again',
  'invitation.tidied',
  'invitation.unclaimed-revoked',
  'join-request.accepted',
  'join-request.made',
  'join-request.refused',
  'join-request.withdrawn',
  'membership.admin-appointed',
  'membership.admin-dismissed',
  'membership.confirmation-withdrawn',
  'membership.confirmed',
  'membership.created',
  'membership.edited',
  'membership.ended',
  'membership.groups-set',
  'membership.taken-back',
  'operator.added',
  'operator.awaited',
  'operator.not-awaited',
  'operator.removed',
  'organization.card-edited',
  'organization.created',
  'people.exported',
  'personal-code.created',
  'personal-code.revoked',
  'phone-change.agreed',
  'phone-change.done',
  'phone-change.failed',
  'phone-change.refused',
  'phone-change.requested',
  'phone-change.stopped',
  'phone.changed',
  'phone.proven',
  'post.deleted',
  'post.edited',
  'post.pinned',
  'post.proposed',
  'post.published',
  'post.returned',
  'post.scheduled',
  'post.unpinned',
  'roll-over.applied',
  'roll-over.undone',
  'session.ended',
  'sessions.ended',
  'ticket.asked',
  'ticket.assigned',
  'ticket.passed',
  'ticket.reopened',
  'ticket.solved',
] as const
export const auditAction = z.enum(auditActions)
export type AuditAction = z.infer<typeof auditAction>

/** The kinds to choose from, by what an action's name begins with. */
export const journalKinds = {
  people: [
    'people',
    'join-request',
    'membership',
    'committee',
    'confirmation',
    'guardian',
    'consent',
    'personal-code',
    'phone-change',
  ],
  groups: ['group', 'groups'],
  children: ['child', 'children'],
  invitations: ['invitation'],
  talk: ['chat', 'call'],
  channels: ['channel', 'post'],
  help: ['ticket'],
  organization: ['organization', 'application', 'import', 'roll-over'],
} as const satisfies Record<string, readonly string[]>
export type JournalKind = keyof typeof journalKinds
export const journalKind = z.enum(Object.keys(journalKinds) as [JournalKind, ...JournalKind[]])

/** Who did it: a person as the organization knows them, the installation's operator, or the system by itself. */
const journalAuthor = z.object({
  kind: z.enum(['person', 'operator', 'system']),
  name: z.string(),
  /** Of somebody who belongs here, or did. */
  membershipId: membershipId.nullable(),
})

/** One line: ids and actions as they were written, with the names of today. */
export const journalEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: auditAction,
  author: journalAuthor,
  /** The browser's User-Agent; empty for the system. */
  device: z.string(),
  /** What the sentence is made of; empty where the action has none of it. */
  names: z.object({
    /** On whom or on what it was done. */
    subject: z.string(),
    person: z.string(),
    /** Several groups are joined by commas. */
    group: z.string(),
    fromGroup: z.string(),
  }),
  details: z.object({
    count: z.int(),
    role: z.string(),
    kind: z.string(),
    isHead: z.boolean().nullable(),
    fields: z.array(z.string()),
  }),
})
export type JournalEntry = z.infer<typeof journalEntry>

export const journalEndpoints = {
  /** Newest first, by pages; `before` is the last entry of the page before. Days are the organization's own. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/journal',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({
      /** Who did it. */
      by: accountId.optional(),
      /** On whom. */
      about: membershipId.optional(),
      kind: journalKind.optional(),
      from: givenDay.optional(),
      until: givenDay.optional(),
      before: z.uuid().optional(),
      /** For an export: 500 at once rather than 50. */
      many: z.literal('1').optional(),
    }),
    response: z.object({ entries: z.array(journalEntry), next: z.uuid().nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
} as const
