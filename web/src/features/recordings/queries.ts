import {
  type BroadcastId,
  broadcastRecordingEndpoints,
  type CallId,
  callRecordingEndpoints,
  type Recording,
  type RecordingId,
} from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

/** What is recorded, by what it belongs to. */
export type RecordedRoom =
  | { readonly owner: 'broadcast'; readonly id: BroadcastId }
  | { readonly owner: 'call'; readonly id: CallId }

const topicOf = { broadcast: 'broadcasts', call: 'calls' } as const

/** While it is being finished nobody is told how far it is. */
const PROGRESS_MS = 2_000

export const recordingsQuery = (room: RecordedRoom) =>
  queryOptions({
    queryKey: [topicOf[room.owner], 'recordings', room.id],
    queryFn: ({ signal }) =>
      room.owner === 'broadcast'
        ? call(broadcastRecordingEndpoints.list, { params: { broadcastId: room.id } }, signal)
        : call(callRecordingEndpoints.list, { params: { callId: room.id } }, signal),
    meta: { topics: [topicOf[room.owner], 'structure', 'account'] },
    refetchInterval: ({ state }) => state.data?.recordings.some(isFinishing) === true && PROGRESS_MS,
  })

const isFinishing = ({ state }: Recording): boolean => state === 'finishing'

/** Whom a call's recording will be for. */
export const audienceQuery = (callId: CallId) =>
  queryOptions({
    queryKey: ['calls', 'recordings', callId, 'audience'],
    queryFn: ({ signal }) => call(callRecordingEndpoints.audience, { params: { callId } }, signal),
    staleTime: 0,
  })

type Act = 'start' | 'stop' | 'remove'

function actOn(act: Act, room: RecordedRoom, recordingId: RecordingId) {
  return room.owner === 'broadcast'
    ? call(broadcastRecordingEndpoints[act], { params: { broadcastId: room.id, recordingId } })
    : call(callRecordingEndpoints[act], { params: { callId: room.id, recordingId } })
}

/** What is done to one recording. Refused too: somebody else may have been quicker, and the screen shows what is. */
export function useAct(act: Act, room: RecordedRoom) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (recordingId: RecordingId) => actOn(act, room, recordingId),
    onSettled: () => {
      refetchTopics(client, [topicOf[room.owner]])
    },
  })
}
