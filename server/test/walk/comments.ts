import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const ofPost = ({ postId }: Things) => ({ params: { postId } })
const all = [...office, 'teacher', 'parent'] as const

/** Under the group's post; its parent has said something. */
export const commentRows = {
  list: { call: ofPost, allowed: all },
  write: {
    call: ({ postId, unknownId }) => ({ params: { postId, commentId: unknownId }, body: { text: 'Едем!' } }),
    allowed: all,
  },
  remove: {
    call: ({ postId, commentId }) => ({ params: { postId, commentId } }),
    allowed: [...office, 'parent'],
    forbidden: ['teacher'],
  },
  setRead: { call: (things) => ({ ...ofPost(things), body: { seq: 1 } }), allowed: all },
} as const satisfies Record<string, Row>
