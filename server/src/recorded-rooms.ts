import { recordedBroadcasts } from '#broadcasts/index.ts'
import { recordedCalls } from '#calls/index.ts'

/** Everything at LiveKit that can be recorded, by what it belongs to. */
export const recordedRooms = (context: Parameters<typeof recordedCalls>[0]) => ({
  broadcast: recordedBroadcasts(context),
  call: recordedCalls(context),
})
