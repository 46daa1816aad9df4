import {
  type ChildId,
  type GroupId,
  type InvitationId,
  invitationEndpoints,
  MAX_SELECTED,
  type OrganizationId,
} from '@kolosok/contract'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '#lib/api.ts'
import { download } from '#lib/download.ts'
import type { Filter } from './invitation-filters.tsx'

const meant = ({ kind, groupId, search }: Filter) => ({
  ...(kind !== 'all' && { kind }),
  ...(groupId !== 'all' && { groupId }),
  ...(search !== '' && { search }),
})

/** Which ones the list shows, and in which order. */
export const listed = (filter: Filter) => ({
  ...meant(filter),
  ...(filter.state !== 'all' && { state: filter.state }),
  sort: filter.sort,
})

const invitationsQuery = (organizationId: OrganizationId, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['invitations', organizationId, filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        invitationEndpoints.list,
        {
          params: { organizationId },
          query: { ...listed(filter), ...(pageParam !== null && { after: pageParam }) },
        },
        signal,
      ),
    initialPageParam: null as InvitationId | null,
    getNextPageParam: (page) => page.next,
    // The list stays on screen while the next one is looked for.
    placeholderData: keepPreviousData,
    meta: { topics: ['invitations'] },
  })

export const useInvitations = (organizationId: OrganizationId, filter: Filter) =>
  useInfiniteQuery(invitationsQuery(organizationId, filter))

export const groupInvitationsQuery = (groupId: GroupId) =>
  queryOptions({
    queryKey: ['invitations', 'group', groupId],
    queryFn: ({ signal }) => call(invitationEndpoints.ofGroup, { params: { groupId } }, signal),
    meta: { topics: ['invitations', 'structure'] },
  })

type OfGroup = z.output<typeof invitationEndpoints.ofGroup.response>
export type Missing = { readonly groupId: GroupId; readonly childIds: readonly ChildId[] }

/** A child of whose family nobody is here, and for whom no link is open. */
const lacksLink = ({ guardians, invitation }: OfGroup['children'][number]) =>
  guardians.length === 0 && invitation?.state !== 'open'

/** The slips of several groups in their order, and who has none yet; a child of two groups is meant once. */
export function useGroupSheets(groupIds: readonly GroupId[]) {
  return useQueries({
    queries: groupIds.map((groupId) => groupInvitationsQuery(groupId)),
    combine: (found) => {
      const met = new Set<ChildId>()
      const sheets = found.flatMap(({ data }) => {
        if (!data) return []
        const children = data.children.filter(({ child }) => !met.has(child.id) && met.add(child.id))
        return [{ ...data, children }]
      })
      const missing: Missing[] = sheets.map(({ children }, index) => {
        const childIds = children.filter(lacksLink).map(({ child }) => child.id)
        return { groupId: groupIds[index] as GroupId, childIds }
      })
      return {
        sheets,
        missing: missing.filter(({ childIds }) => childIds.length > 0),
        isPending: found.some((one) => one.isPending),
        isError: found.some((one) => one.isError && one.data === undefined),
        refetch: () => {
          found.forEach((one) => void one.refetch())
        },
      }
    },
  })
}

/** One group after another; again after a failure makes no second link. */
export const useInviteMissing = () =>
  useMutation({
    mutationFn: async (missing: readonly Missing[]) => {
      for (const { groupId, childIds } of missing) {
        await call(invitationEndpoints.inviteFamilies, { params: { groupId }, body: { childIds: [...childIds] } })
      }
    },
    onSettled: useStale(),
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
    mutationFn: (filter: Filter) =>
      call(invitationEndpoints.revokeUnclaimed, { params: { organizationId }, body: meant(filter) }),
    onSuccess: useStale(),
  })

/** As many as are picked, in portions the server takes. */
export const useRevokeSelected = (organizationId: OrganizationId) =>
  useMutation({
    mutationFn: async (ids: readonly InvitationId[]) => {
      let revoked = 0
      for (let at = 0; at < ids.length; at += MAX_SELECTED) {
        const body = { invitationIds: ids.slice(at, at + MAX_SELECTED) }
        revoked += (await call(invitationEndpoints.revokeSelected, { params: { organizationId }, body })).revoked
      }
      return { revoked }
    },
    onSettled: useStale(),
  })

export const useMakeCodes = (groupId: GroupId) =>
  useMutation({ mutationFn: () => call(invitationEndpoints.makeCodes, { params: { groupId } }) })

export type Codes = readonly { readonly invitationId: InvitationId; readonly codes: readonly string[] }[]

/** Draws the sheet and hands it to the browser as a file. */
export const useDownloadSheet = (groupId: GroupId, name: string) =>
  useMutation({
    mutationFn: (codes: Codes) =>
      download(
        invitationEndpoints.sheet,
        { params: { groupId }, body: { codes: codes.map((one) => ({ ...one, codes: [...one.codes] })) } },
        `${name}.pdf`,
      ),
  })
