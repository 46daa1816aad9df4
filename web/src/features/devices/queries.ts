import { identityEndpoints, type PersonalCodeId, type SessionId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export const devicesQuery = () =>
  queryOptions({
    queryKey: ['devices'],
    queryFn: ({ signal }) => call(identityEndpoints.listDevices, {}, signal),
    staleTime: 0,
    meta: { topics: ['devices'] },
  })

/** One device, or all but this one. */
export function useEndDevices(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sessionId: SessionId | null) =>
      sessionId === null
        ? call(identityEndpoints.endOtherDevices, {})
        : call(identityEndpoints.endDevice, { params: { sessionId } }),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(devicesQuery()),
  })
}

export function useRevokeCode() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (personalCodeId: PersonalCodeId) =>
      call(identityEndpoints.revokeComingBackCode, { params: { personalCodeId } }),
    onSettled: () => client.invalidateQueries(devicesQuery()),
  })
}
