import { type CodeHandle, type DataExportId, identityEndpoints, personalDataEndpoints } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'

const LOOK_AGAIN_MS = 3_000

export const ownDataQuery = () =>
  queryOptions({
    queryKey: ['me', 'data'],
    queryFn: ({ signal }) => call(personalDataEndpoints.get, {}, signal),
    refetchInterval: ({ state }) => (state.data?.lastExport?.state === 'waiting' ? LOOK_AGAIN_MS : false),
    meta: { topics: ['account'] },
  })

export function useAskForExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (dataExportId: DataExportId) => call(personalDataEndpoints.askForExport, { params: { dataExportId } }),
    onSettled: () => client.invalidateQueries(ownDataQuery()),
  })
}

export function useRename() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { givenName: string; patronymic: string; familyName: string }) =>
      call(identityEndpoints.changeMe, { body }),
    onSuccess: (me) => client.setQueryData(meQuery().queryKey, me),
  })
}

export const useSendDeletionCode = () =>
  useMutation({ mutationFn: () => call(personalDataEndpoints.sendDeletionCode, {}) })

/** The page that follows is another one altogether: nothing of the account is left in this one. */
export const useDeleteAccount = () =>
  useMutation({
    mutationFn: (code: { handle: CodeHandle; code: string } | null) =>
      call(personalDataEndpoints.deleteAccount, { body: { isSure: true, code } }),
    onSuccess: ({ actPath }) => {
      window.location.assign(`/deleted/${actPath.split('/').pop() ?? ''}`)
    },
  })
