import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** Of the broadcast that is on: one that is ready, one that goes on. Nothing is recorded here: past the door one is told so. */
const ready = ({ liveId, recordingId }: Things) => ({ params: { broadcastId: liveId, recordingId } })
const ofOffice = { allowed: office, forbidden: ['teacher', 'parent'] } as const

export const recordingRows = {
  list: { call: ({ liveId }) => ({ params: { broadcastId: liveId } }), allowed: [...office, 'teacher', 'parent'] },
  start: {
    call: ({ liveId, unknownId }) => ({ params: { broadcastId: liveId, recordingId: unknownId } }),
    ...ofOffice,
  },
  stop: { call: ready, ...ofOffice },
  remove: { call: ready, ...ofOffice },
} as const satisfies Record<string, Row>
