import { type GroupId, mailingEndpoints, type MailingId, type NewMailing, type OrganizationId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '#lib/api.ts'

/** Progress that nobody has told us of: a message may be lost, the sending goes on. */
const LOOK_AGAIN_MS = 3_000

export const recipientsQuery = (organizationId: OrganizationId, groupId: GroupId | null) =>
  queryOptions({
    queryKey: ['mailings', organizationId, 'recipients', groupId],
    queryFn: ({ signal }) =>
      call(
        mailingEndpoints.recipients,
        { params: { organizationId }, query: groupId === null ? {} : { groupId } },
        signal,
      ),
    meta: { topics: ['invitations', 'structure'] },
  })

export const mailingsQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['mailings', organizationId, 'list'],
    queryFn: async ({ signal }) => (await call(mailingEndpoints.list, { params: { organizationId } }, signal)).mailings,
    refetchInterval: ({ state }) => (state.data?.some(({ waiting }) => waiting > 0) ? LOOK_AGAIN_MS : false),
    meta: { topics: ['invitations'] },
  })

export const failuresQuery = (organizationId: OrganizationId, mailingId: MailingId, failed: number) =>
  queryOptions({
    queryKey: ['mailings', organizationId, mailingId, failed],
    queryFn: async ({ signal }) =>
      (await call(mailingEndpoints.get, { params: { organizationId, mailingId } }, signal)).failures,
    meta: { topics: ['invitations'] },
  })

function useStale() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: ['mailings'] })
    await client.invalidateQueries({ queryKey: ['invitations'] })
  }
}

/** The caller makes the id once per dialog, so a retry sends nothing twice. */
export const useSend = (organizationId: OrganizationId, mailingId: MailingId) =>
  useMutation({
    mutationFn: (body: NewMailing) => call(mailingEndpoints.send, { params: { organizationId, mailingId }, body }),
    onSuccess: useStale(),
  })

export const useChange = (organizationId: OrganizationId, action: 'stop' | 'retry') =>
  useMutation({
    mutationFn: (mailingId: MailingId) => call(mailingEndpoints[action], { params: { organizationId, mailingId } }),
    onSettled: useStale(),
  })

export type Recipients = z.output<typeof mailingEndpoints.recipients.response>
