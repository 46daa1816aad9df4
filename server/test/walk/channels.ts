import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** Of the group: for its teacher and its parents, looked after by the office. */
const channel = ({ channelId }: Things) => ({ params: { channelId } })
const ofAdmin = { allowed: ['admin'], forbidden: ['management', 'teacher', 'parent'] } as const
/** The teacher's own, not published: there for administrators and for her. */
const proposal = ({ proposalId }: Things) => ({ params: { postId: proposalId } })
const ofProposal = { allowed: ['admin'], forbidden: ['teacher'] } as const

export const channelRows = {
  list: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: [...office, 'teacher', 'unconfirmed', 'parent'],
  },
  save: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, channelId: unknownId },
      body: { title: 'Новости', audience: { kind: 'all' } },
    }),
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'unconfirmed', 'parent'],
  },
  setOwn: {
    call: (things) => ({ ...channel(things), body: { isMuted: true } }),
    allowed: ['teacher', 'parent'],
    forbidden: office,
  },
  posts: { call: channel, allowed: [...office, 'teacher', 'parent'] },
  proposals: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: [...office, 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  write: {
    call: ({ channelId, unknownId }) => ({
      params: { channelId, postId: unknownId },
      body: { text: 'Завтра праздник' },
    }),
    allowed: [...office, 'teacher'],
    forbidden: ['parent'],
  },
  publish: { call: (things) => ({ ...proposal(things), body: { rev: 1 } }), ...ofProposal },
  returnToAuthor: {
    call: (things) => ({ ...proposal(things), body: { rev: 1, word: 'Добавьте дату' } }),
    ...ofProposal,
  },
  seen: { call: ({ postId }) => ({ params: { postId } }), allowed: office, forbidden: ['teacher', 'parent'] },
  vote: {
    call: ({ postId }) => ({ params: { postId }, body: { options: [0] } }),
    allowed: ['teacher', 'parent'],
    forbidden: office,
  },
  closePoll: { call: ({ postId }) => ({ params: { postId } }), ...ofAdmin },
  pollAnswers: { call: ({ postId }) => ({ params: { postId } }), allowed: office, forbidden: ['teacher', 'parent'] },
  pin: { call: ({ postId }) => ({ params: { postId }, body: { isPinned: true } }), ...ofAdmin },
  remove: { call: ({ postId }) => ({ params: { postId } }), ...ofAdmin },
} as const satisfies Record<string, Row>
