import { z } from 'zod'

/** The kinds to choose from, by what an action's name begins with. */
export const journalKinds = {
  people: [
    'people',
    'account',
    'join-request',
    'membership',
    'committee',
    'confirmation',
    'guardian',
    'consent',
    'personal-code',
    'phone-change',
  ],
  groups: ['group', 'groups', 'material', 'material-folder'],
  children: ['child', 'children'],
  invitations: ['invitation'],
  talk: ['chat', 'call', 'call-recording', 'meeting', 'message-report'],
  channels: ['channel', 'post', 'comment', 'notice', 'broadcast', 'recording'],
  help: ['ticket'],
  organization: ['organization', 'incident', 'application', 'import', 'roll-over', 'statistics-report', 'local-act'],
} as const satisfies Record<string, readonly string[]>
export type JournalKind = keyof typeof journalKinds
export const journalKind = z.enum(Object.keys(journalKinds) as [JournalKind, ...JournalKind[]])
