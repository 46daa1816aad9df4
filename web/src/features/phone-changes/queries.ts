import { type MembershipId, type OrganizationId, phoneChangeEndpoints, type PhoneChangeId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, isProblem } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'
import { t } from './texts.ts'

/** Null for the operator, who sees them all. */
type Side = OrganizationId | null

export const phoneChangesQuery = (organizationId: Side) =>
  queryOptions({
    queryKey: ['phone-changes', organizationId],
    queryFn: async ({ signal }) =>
      (organizationId === null
        ? await call(phoneChangeEndpoints.listAll, {}, signal)
        : await call(phoneChangeEndpoints.list, { params: { organizationId } }, signal)
      ).changes,
    meta: { topics: ['phone-changes'] },
  })

function useStale() {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['phone-changes'] })
    void client.invalidateQueries({ queryKey: ['me', 'waiting'] })
  }
}

export const useAgree = (organizationId: Side, phoneChangeId: PhoneChangeId) =>
  useMutation({
    mutationFn: (isInPerson: boolean) => {
      const body = { isInPerson }
      return organizationId === null
        ? call(phoneChangeEndpoints.agreeForAll, { params: { phoneChangeId }, body })
        : call(phoneChangeEndpoints.agree, { params: { organizationId, phoneChangeId }, body })
    },
    onSettled: useStale(),
    // Shown once: nothing of the code stays in the page after the dialog.
    gcTime: 0,
  })

export const useRefuse = (organizationId: Side, phoneChangeId: PhoneChangeId) =>
  useMutation({
    mutationFn: () =>
      organizationId === null
        ? call(phoneChangeEndpoints.refuseForAll, { params: { phoneChangeId } })
        : call(phoneChangeEndpoints.refuse, { params: { organizationId, phoneChangeId } }),
    onSettled: useStale(),
  })

export const useStart = (membershipId: MembershipId) =>
  useMutation({
    mutationFn: ({ id, phone }: { id: PhoneChangeId; phone: string }) =>
      call(phoneChangeEndpoints.start, { params: { membershipId, phoneChangeId: id }, body: { phone } }),
    onSuccess: useStale(),
  })

export function useStop() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (phoneChangeId: PhoneChangeId) => call(phoneChangeEndpoints.stop, { params: { phoneChangeId } }),
    onSuccess: (me) => client.setQueryData(meQuery().queryKey, me),
    onError: () => void client.invalidateQueries({ queryKey: meQuery().queryKey, exact: true }),
  })
}

export function problemOf(error: unknown): string {
  if (isProblem(error, 'too-many-requests')) return t('too-often')
  if (isProblem(error, 'phone-change-over')) return t('failed.over')
  return t(isProblem(error, 'forbidden') ? 'failed.forbidden' : 'failed')
}
