import { type Endpoint, type GroupId, groupEndpoints } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createElement } from 'react'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'
import { showProblem } from './problems.ts'
import { UndoMessage } from './undo-message.tsx'

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

/** Tells what was done, with the way back while it is shown. */
export function showUndo(message: string, undo: { label: string; run: () => void }): void {
  const id = notifications.show({
    message: createElement(UndoMessage, {
      message,
      label: undo.label,
      onUndo: () => {
        notifications.hide(id)
        undo.run()
      },
    }),
    autoClose: 12_000,
    withCloseButton: true,
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
