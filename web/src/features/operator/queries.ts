import { applicationEndpoints, type ApplicationId, type ApplicationState } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export const queueQuery = (state: ApplicationState, q: string) =>
  infiniteQueryOptions({
    queryKey: ['operator', 'applications', state, q],
    queryFn: ({ pageParam, signal }) => {
      const query = { state, ...(q !== '' && { q }), ...(pageParam !== '' && { after: pageParam }) }
      return call(applicationEndpoints.list, { query }, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    meta: { topics: ['applications'] },
  })

export const applicationQuery = (applicationId: ApplicationId) =>
  queryOptions({
    queryKey: ['operator', 'application', applicationId],
    queryFn: ({ signal }) => call(applicationEndpoints.get, { params: { applicationId } }, signal),
    meta: { topics: ['applications'] },
  })

export const orderTextQuery = (applicationId: ApplicationId) =>
  queryOptions({
    queryKey: ['operator', 'order-text', applicationId],
    queryFn: ({ signal }) => call(applicationEndpoints.orderText, { params: { applicationId } }, signal),
  })

export type Decision = { readonly action: 'approve' | 'return' | 'refuse'; readonly reason: string }

export function decide(applicationId: ApplicationId, revision: number, { action, reason }: Decision) {
  const params = { applicationId }
  if (action === 'approve') return call(applicationEndpoints.approve, { params, body: { revision } })
  return call(applicationEndpoints[action], { params, body: { revision, reason } })
}

export const makeCode = (applicationId: ApplicationId) =>
  call(applicationEndpoints.makeCode, { params: { applicationId } })
