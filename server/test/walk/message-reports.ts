import { office, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** Of the parent's message, by the teacher: the administrator and the group's teacher decide. */
const one = ({ messageReportId }: Things) => ({ params: { messageReportId } })
const deciders = ['admin', 'teacher'] as const

export const messageReportRows = {
  make: {
    call: ({ chatId, pollId }) => ({ params: { chatId, messageId: pollId }, body: { reason: 'insult' } }),
    allowed: ['parent'],
    // It is their own poll.
    forbidden: ['teacher'],
  },
  makeOfComment: {
    call: ({ postId, commentId }) => ({ params: { postId, commentId }, body: { reason: 'insult' } }),
    allowed: [...office, 'teacher'],
    // They have said it.
    forbidden: ['parent'],
  },
  makeOfBroadcastMessage: {
    call: ({ liveId, broadcastMessageId }) => ({
      params: { broadcastId: liveId, broadcastMessageId },
      body: { reason: 'insult' },
    }),
    allowed: [...office, 'teacher'],
    // They have said it.
    forbidden: ['parent'],
  },
  own: { call: () => ({}), allowed: signedIn },
  setSeen: { call: () => ({}), allowed: signedIn },
  queue: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  operatorQueue: { call: () => ({}), allowed: ['operator'] },
  get: { call: one, allowed: deciders },
  decide: { call: (things) => ({ ...one(things), body: { verdict: 'dismissed' } }), allowed: deciders },
} as const satisfies Record<string, Row>
