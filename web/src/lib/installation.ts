import { installationEndpoints } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from './api.ts'

/** What this installation offers: ways to get a code, calls or why there are none. */
export const installationQuery = () =>
  queryOptions({
    queryKey: ['installation'],
    queryFn: ({ signal }) => call(installationEndpoints.get, {}, signal),
    refetchInterval: ({ state }) => (state.data?.calls.isAvailable === false ? 20_000 : false),
  })
