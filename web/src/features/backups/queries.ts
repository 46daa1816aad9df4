import { backupEndpoints, type BackupId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

const LOOK_AGAIN_MS = 3_000

export const backupsQuery = () =>
  queryOptions({
    queryKey: ['backups'],
    queryFn: ({ signal }) => call(backupEndpoints.list, {}, signal),
    // As long as one is being made there is something to see.
    refetchInterval: ({ state }) =>
      state.data?.backups.some((backup) => backup.state === 'running') ? LOOK_AGAIN_MS : false,
  })

export function useMakeBackup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (backupId: BackupId) => call(backupEndpoints.make, { params: { backupId } }),
    onSettled: () => client.invalidateQueries(backupsQuery()),
  })
}
