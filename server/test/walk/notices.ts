import { randomUUID } from 'node:crypto'
import { outingOf } from './notice-things.ts'
import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** The teacher's, to the parents of the group. */
const notice = ({ noticeId }: Things) => ({ params: { noticeId } })
const followers = [...office, 'teacher'] as const
const ofFollowers = { allowed: followers, forbidden: ['parent'] } as const

export const noticeRows = {
  list: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: [...followers, 'unconfirmed', 'parent'],
  },
  get: { call: notice, allowed: [...followers, 'parent'] },
  write: {
    call: ({ organizationId, groupId }) => ({
      params: { organizationId, noticeId: randomUUID() },
      body: outingOf(groupId),
    }),
    allowed: followers,
    forbidden: ['unconfirmed', 'parent'],
  },
  answer: {
    call: ({ noticeId, childId }) => ({
      params: { noticeId, unitId: childId },
      body: { version: 1, choice: 0 },
    }),
    allowed: ['parent'],
    forbidden: followers,
  },
  remind: {
    call: ({ noticeId, unknownId }) => ({ params: { noticeId, reminderId: unknownId }, body: {} }),
    ...ofFollowers,
  },
  receivers: { call: notice, ...ofFollowers },
  slips: { call: notice, ...ofFollowers },
  register: { call: ({ noticeId }) => ({ params: { noticeId, format: 'xlsx' } }), ...ofFollowers },
  withdraw: { call: (things) => ({ ...notice(things), body: { word: 'Музей закрыт' } }), ...ofFollowers },
} as const satisfies Record<string, Row>
