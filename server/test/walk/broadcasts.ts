import { broadcastOf } from './broadcast-things.ts'
import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** For the teacher and the parents of the group, run by the office. LiveKit isn't here: past the door some answer so. */
const planned = ({ broadcastId }: Things) => ({ params: { broadcastId } })
const live = ({ liveId }: Things) => ({ params: { broadcastId: liveId } })
const parentIn = ({ liveId, people }: Things) => ({
  params: { broadcastId: liveId, accountId: people.parent.accountId },
})
const viewers = [...office, 'teacher', 'parent'] as const
const ofOffice = { allowed: office, forbidden: ['teacher', 'parent'] } as const

export const broadcastRows = {
  list: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: [...viewers, 'unconfirmed'],
  },
  calendar: {
    call: ({ organizationId }) => ({
      params: { organizationId },
      query: { from: '2126-11-01T00:00:00Z', until: '2126-12-01T00:00:00Z' },
    }),
    allowed: [...viewers, 'unconfirmed'],
  },
  save: {
    call: ({ organizationId, groupId, unknownId }) => ({
      params: { organizationId, broadcastId: unknownId },
      body: broadcastOf(groupId),
    }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
  get: { call: planned, allowed: viewers },
  cancel: { call: planned, ...ofOffice },
  start: { call: planned, ...ofOffice },
  end: { call: live, ...ofOffice },
  join: { call: live, allowed: viewers },
  enterStage: { call: live, ...ofOffice },
  leaveStage: { call: live, allowed: viewers },
  invite: { call: parentIn, ...ofOffice },
  putBack: { call: parentIn, ...ofOffice },
  raiseHand: { call: (things) => ({ ...live(things), body: { isUp: true } }), allowed: viewers },
  people: { call: live, ...ofOffice },
  questions: { call: live, allowed: viewers },
  ask: {
    call: ({ liveId, unknownId }) => ({
      params: { broadcastId: liveId, questionId: unknownId },
      body: { text: 'Во сколько начало?' },
    }),
    allowed: viewers,
  },
  decideQuestion: {
    call: ({ liveId, questionId }) => ({
      params: { broadcastId: liveId, questionId },
      body: { state: 'shown' },
    }),
    ...ofOffice,
  },
  attendance: { call: live, ...ofOffice },
} as const satisfies Record<string, Row>

/** The parent has written something in the one that is on. */
const said = ({ liveId, broadcastMessageId }: Things) => ({ params: { broadcastId: liveId, broadcastMessageId } })

export const broadcastChatRows = {
  list: { call: live, allowed: viewers },
  say: {
    call: ({ liveId, unknownId }) => ({
      params: { broadcastId: liveId, broadcastMessageId: unknownId },
      body: { text: 'Доброе утро!' },
    }),
    allowed: viewers,
  },
  remove: { call: said, allowed: [...office, 'parent'], forbidden: ['teacher'] },
  setMuted: { call: (things) => ({ ...said(things), body: { isMuted: true } }), ...ofOffice },
  setOn: { call: (things) => ({ ...live(things), body: { isOn: true } }), ...ofOffice },
} as const satisfies Record<string, Row>
