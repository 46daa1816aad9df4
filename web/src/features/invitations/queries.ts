import {
  type ChildId,
  type GroupId,
  type InvitationId,
  invitationEndpoints,
  type InvitationState,
  type OrganizationId,
  pathOf,
} from '@kolosok/contract'
import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '#lib/api.ts'

const invitationsQuery = (organizationId: OrganizationId, state: InvitationState | 'all') =>
  infiniteQueryOptions({
    queryKey: ['invitations', organizationId, state],
    queryFn: ({ pageParam, signal }) =>
      call(
        invitationEndpoints.list,
        {
          params: { organizationId },
          query: { ...(state !== 'all' && { state }), ...(pageParam !== null && { after: pageParam }) },
        },
        signal,
      ),
    initialPageParam: null as InvitationId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['invitations'] },
  })

export const useInvitations = (organizationId: OrganizationId, state: InvitationState | 'all') =>
  useInfiniteQuery(invitationsQuery(organizationId, state))

export const groupInvitationsQuery = (groupId: GroupId) =>
  queryOptions({
    queryKey: ['invitations', 'group', groupId],
    queryFn: ({ signal }) => call(invitationEndpoints.ofGroup, { params: { groupId } }, signal),
    meta: { topics: ['invitations', 'structure'] },
  })

const useStale = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['invitations'] })
}

export type StaffTerms = { readonly position: string; readonly useLimit: number; readonly days: number }

/** The caller makes the id once per dialog, so a retry makes no second link. */
export const useInviteStaff = (organizationId: OrganizationId, invitationId: InvitationId) =>
  useMutation({
    mutationFn: (body: StaffTerms) =>
      call(invitationEndpoints.inviteStaff, { params: { organizationId, invitationId }, body }),
    onSuccess: useStale(),
  })

export const useInviteFamilies = (groupId: GroupId) =>
  useMutation({
    mutationFn: (childIds?: ChildId[]) =>
      call(invitationEndpoints.inviteFamilies, { params: { groupId }, body: childIds ? { childIds } : {} }),
    onSuccess: useStale(),
  })

export const useRevoke = (organizationId: OrganizationId) =>
  useMutation({
    mutationFn: (invitationId: InvitationId) =>
      call(invitationEndpoints.revoke, { params: { organizationId, invitationId } }),
    onSuccess: useStale(),
  })

export const useRevokeUnclaimed = (organizationId: OrganizationId) =>
  useMutation({
    mutationFn: () => call(invitationEndpoints.revokeUnclaimed, { params: { organizationId }, body: {} }),
    onSuccess: useStale(),
  })

export const useMakeCodes = (groupId: GroupId) =>
  useMutation({ mutationFn: () => call(invitationEndpoints.makeCodes, { params: { groupId } }) })

export type Codes = readonly { readonly invitationId: InvitationId; readonly codes: readonly string[] }[]

/** Fetches the sheet and hands it to the browser as a file. */
export const useDownloadSheet = (groupId: GroupId, name: string) =>
  useMutation({
    mutationFn: async (codes: Codes) => {
      const response = await fetch(pathOf(invitationEndpoints.sheet, { groupId }), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ codes }),
      })
      if (!response.ok) throw new Error(`The sheet was refused: ${String(response.status)}`)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await response.blob())
      link.download = `${name}.pdf`
      link.click()
      URL.revokeObjectURL(link.href)
    },
  })
