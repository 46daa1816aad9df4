import { type Endpoint, type GroupId, groupEndpoints } from '@kolosok/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'
import { showProblem } from './problems.ts'

/** An act on the structure; what shows it is asked again, the own screen first of all. */
export function useChange<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<E>) => call(endpoint, input),
    onSuccess: () => {
      refetchTopics(client, ['structure', 'organization'])
    },
  })
}

/** Back from the archive, from wherever it is asked. */
export function useRestoreGroup() {
  const restore = useChange(groupEndpoints.restore)
  return {
    isPending: restore.isPending,
    restore: (groupId: GroupId) => {
      restore.mutate({ params: { groupId } }, { onError: showProblem })
    },
  }
}
