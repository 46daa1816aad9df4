import { insiders, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const chat = ({ chatId }: Things) => ({ params: { chatId } })
const message = ({ chatId, messageId }: Things) => ({ params: { chatId, messageId } })
/** In the chat are the teacher and the parent of the group; the management may enter it, seen by all. */
const members = ['teacher', 'parent'] as const

export const chatRows = {
  list: { call: () => ({}), allowed: signedIn },
  get: { call: chat, allowed: members },
  members: { call: chat, allowed: members },
  openDirect: {
    call: ({ organizationId, memberships }, role) => ({
      params: { organizationId, membershipId: role === 'teacher' ? memberships.parent : memberships.teacher },
    }),
    allowed: insiders,
  },
  contacts: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: insiders,
  },
  enter: { call: chat, allowed: ['admin', 'management', ...members] },
  removeMember: {
    call: ({ chatId, people }) => ({ params: { chatId, accountId: people.parent.accountId } }),
    allowed: [],
    // Bound to the structure: who is in it is decided there.
    forbidden: members,
  },
  read: { call: (things) => ({ ...chat(things), body: { seq: 1 } }), allowed: members },
  mute: { call: (things) => ({ ...chat(things), body: { isMuted: true } }), allowed: members },
} as const satisfies Record<string, Row>

export const savedRows = {
  open: { call: () => ({}), allowed: signedIn },
  save: {
    call: ({ chatId, messageId }) => ({ params: { messageId }, body: { chatId } }),
    allowed: members,
  },
} as const satisfies Record<string, Row>

export const draftRows = {
  keep: { call: (things) => ({ ...chat(things), body: { text: 'Доброе', ageMs: 0 } }), allowed: members },
} as const satisfies Record<string, Row>

const later = ({ chatId, unknownId }: Things) => ({ params: { chatId, messageId: unknownId } })
const sendAt = () => new Date(Date.now() + 3600_000).toISOString()
export const scheduledRows = {
  list: { call: chat, allowed: members },
  schedule: {
    call: (things) => ({ ...later(things), body: { text: 'Доброе утро', sendAt: sendAt() } }),
    allowed: members,
  },
  // Each their own: what another has put by is nothing to anybody.
  change: {
    call: ({ chatId, scheduledId: messageId }) => ({
      params: { chatId, messageId },
      body: { text: 'Добрый вечер', sendAt: sendAt() },
    }),
    allowed: ['parent'],
  },
  send: {
    call: ({ chatId, scheduledId: messageId }) => ({ params: { chatId, messageId } }),
    allowed: ['parent'],
  },
  cancel: {
    call: ({ chatId, scheduledId: messageId }) => ({ params: { chatId, messageId } }),
    allowed: members,
  },
} as const satisfies Record<string, Row>

export const messageRows = {
  list: { call: chat, allowed: members },
  get: { call: message, allowed: members },
  post: {
    call: (things) => ({ ...chat(things), body: { id: things.unknownId, text: 'Доброе утро' } }),
    allowed: members,
  },
  edit: {
    call: (things) => ({ ...message(things), body: { text: 'Добрый вечер' } }),
    allowed: ['parent'],
    forbidden: ['teacher'],
  },
  delete: { call: message, allowed: members },
  react: {
    call: ({ chatId, messageId }) => ({ params: { chatId, messageId, emoji: '👍' } }),
    allowed: members,
  },
  unreact: {
    call: ({ chatId, messageId }) => ({ params: { chatId, messageId, emoji: '👍' } }),
    allowed: members,
  },
  vote: {
    call: ({ chatId, pollId }) => ({ params: { chatId, messageId: pollId }, body: { options: [0] } }),
    allowed: members,
  },
  closePoll: {
    call: ({ chatId, pollId }) => ({ params: { chatId, messageId: pollId } }),
    allowed: ['teacher'],
    forbidden: ['parent'],
  },
} as const satisfies Record<string, Row>

/** A photo of the parent in the chat. */
const file = ({ fileId }: Things) => ({ params: { fileId } })
export const fileRows = {
  content: { call: file, allowed: members },
  thumbnail: { call: file, allowed: members },
} as const satisfies Record<string, Row>
