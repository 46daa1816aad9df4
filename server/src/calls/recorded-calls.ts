import type { CallId, CallNews } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { createMedia } from '#platform/livekit/media.ts'
import { listOfRoom, type RecordedRooms } from '#recordings/index.ts'
import { settleCall } from './locked.ts'
import { updateRecord } from './record.ts'
import { isAttended, listConcerned } from './recording.store.ts'

/** What recording has to know of calls. */
export function recordedCalls({ db, bus, livekit }: Pick<Context, 'db' | 'bus' | 'livekit'>): RecordedRooms {
  const media = createMedia(livekit)
  return {
    owner: 'call',
    topic: 'calls',
    listConcerned: (reading, room) => listConcerned(reading, room as CallId),
    isAttended: (reading, room, since) => isAttended(reading, room as CallId, since),
    async show(room) {
      const isRecorded = (await listOfRoom(db, room)).some(({ state }) => state === 'recording')
      await media.tellRoom(room, JSON.stringify({ isRecorded } satisfies CallNews))
    },
    async settle(room) {
      await settleCall({ db }, room as CallId, (tx, call, afterCommit) => updateRecord({ bus }, tx, afterCommit, call))
    },
  }
}
