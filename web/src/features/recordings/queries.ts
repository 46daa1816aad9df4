import { type BroadcastId, broadcastRecordingEndpoints, type Recording } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

/** While it is being finished nobody is told how far it is. */
const PROGRESS_MS = 2_000

export const recordingsQuery = (broadcastId: BroadcastId) =>
  queryOptions({
    queryKey: ['broadcasts', 'recordings', broadcastId],
    queryFn: ({ signal }) => call(broadcastRecordingEndpoints.list, { params: { broadcastId } }, signal),
    meta: { topics: ['broadcasts', 'structure', 'account'] },
    refetchInterval: ({ state }) => state.data?.recordings.some(isFinishing) === true && PROGRESS_MS,
  })

const isFinishing = ({ state }: Recording): boolean => state === 'finishing'

type Acts = Pick<typeof broadcastRecordingEndpoints, 'start' | 'stop' | 'remove'>

/** What is done to one recording. Refused too: somebody else may have been quicker, and the screen shows what is. */
export function useAct(act: keyof Acts) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (params: CallInput<Acts['start']>['params']) => call(broadcastRecordingEndpoints[act], { params }),
    onSettled: () => {
      refetchTopics(client, ['broadcasts'])
    },
  })
}
