import {
  confirmationEndpoints,
  type ConfirmationId,
  type MembershipId,
  type OrganizationId,
  type QueueSort,
  type QueueState,
} from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

export type Side = QueueState

export const confirmationsQuery = (organizationId: OrganizationId, state: Side, sort: QueueSort) =>
  infiniteQueryOptions({
    queryKey: ['confirmations', organizationId, state, sort],
    queryFn: ({ pageParam, signal }) =>
      call(
        confirmationEndpoints.list,
        { params: { organizationId }, query: { state, sort, ...(pageParam !== null && { after: pageParam }) } },
        signal,
      ),
    initialPageParam: null as ConfirmationId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['confirmations'] },
  })

export const ownConfirmationQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['confirmations', organizationId, 'own'],
    queryFn: ({ signal }) => call(confirmationEndpoints.mine, { params: { organizationId } }, signal),
    meta: { topics: ['confirmations'] },
  })

function useStale() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['confirmations'] })
}

export const useDecideTogether = (organizationId: OrganizationId) =>
  useMutation({
    mutationFn: (body: z.input<typeof confirmationEndpoints.decideTogether.body>) =>
      call(confirmationEndpoints.decideTogether, { params: { organizationId }, body }),
    onSettled: useStale(),
  })

export type Words = { readonly position: string; readonly howToCheck: string; readonly word: string }

/** The caller makes the id once per form, so a retry asks once. */
export const useAsk = (organizationId: OrganizationId) =>
  useMutation({
    mutationFn: ({ id, ...body }: Words & { id: ConfirmationId }) =>
      call(confirmationEndpoints.ask, { params: { organizationId, confirmationId: id }, body }),
    onSettled: useStale(),
  })

export const useUnconfirm = (membershipId: MembershipId) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      call(confirmationEndpoints.unconfirm, { params: { membershipId }, body: { reason } }),
    // The page it was done from shows the status; the server tells the others.
    onSettled: () => {
      refetchTopics(client, ['structure', 'confirmations'])
    },
  })
}

export type Decision = { readonly id: ConfirmationId; readonly text: string }

export const useDecide = (organizationId: OrganizationId, action: 'confirm' | 'refuse' | 'withdraw') =>
  useMutation({
    mutationFn: ({ id, text }: Decision) => {
      const params = { organizationId, confirmationId: id }
      if (action === 'confirm') return call(confirmationEndpoints.confirm, { params, body: { position: text } })
      if (action === 'refuse') return call(confirmationEndpoints.refuse, { params, body: { reason: text } })
      return call(confirmationEndpoints.withdraw, { params, body: { reason: text } })
    },
    onSettled: useStale(),
  })
