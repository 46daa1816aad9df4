import { type AccountId, demoEndpoints } from '@kolosok/contract'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export const demoPeopleQuery = () =>
  queryOptions({ queryKey: ['demo', 'people'], queryFn: () => call(demoEndpoints.people, {}) })

export const demoOutgoingQuery = () =>
  queryOptions({
    queryKey: ['demo', 'outgoing'],
    queryFn: () => call(demoEndpoints.outgoing, {}),
    refetchInterval: 3_000,
  })

/** Another person: everything this tab knew was the one's before. */
export function useBecome() {
  return useMutation({
    mutationFn: (accountId: AccountId) => call(demoEndpoints.become, { params: { accountId } }),
    onSuccess: () => {
      location.assign('/')
    },
  })
}
