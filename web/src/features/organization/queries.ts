import {
  childEndpoints,
  type ChildId,
  type GroupId,
  groupEndpoints,
  membershipEndpoints,
  organizationEndpoints,
  type OrganizationId,
  waitingEndpoints,
} from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

const structure = { topics: ['structure', 'confirmations', 'invitations'] } as const

/** What waits in this organization for oneself. */
export const waitingHereQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'waiting'],
    queryFn: ({ signal }) => call(waitingEndpoints.here, { params: { organizationId } }, signal),
    meta: { topics: ['structure', 'invitations', 'confirmations', 'join-requests'] },
  })

export const cardQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'card'],
    queryFn: ({ signal }) => call(organizationEndpoints.card, { params: { organizationId } }, signal),
    meta: { topics: ['organization'] },
  })

export const cardHistoryQuery = (organizationId: OrganizationId) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'card-history'],
    queryFn: ({ signal, pageParam }) =>
      call(
        organizationEndpoints.cardHistory,
        { params: { organizationId }, query: pageParam === null ? {} : { before: pageParam } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['organization'] },
  })

export const groupsQuery = (organizationId: OrganizationId, isArchive = false) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'groups', isArchive ? 'archive' : 'current'],
    queryFn: async ({ signal }) =>
      (
        await call(
          groupEndpoints.list,
          { params: { organizationId }, query: isArchive ? { archived: '1' as const } : {} },
          signal,
        )
      ).groups,
    meta: structure,
  })

export const groupQuery = (groupId: GroupId) =>
  queryOptions({
    queryKey: ['groups', groupId],
    queryFn: ({ signal }) => call(groupEndpoints.get, { params: { groupId } }, signal),
    meta: structure,
  })

export const childrenQuery = (groupId: GroupId) =>
  queryOptions({
    queryKey: ['groups', groupId, 'children'],
    queryFn: async ({ signal }) => (await call(childEndpoints.list, { params: { groupId } }, signal)).children,
    meta: structure,
  })

/** Those who have left, page by page. */
export const leftChildrenQuery = (organizationId: OrganizationId) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'left-children'],
    queryFn: ({ signal, pageParam }) =>
      call(
        childEndpoints.left,
        { params: { organizationId }, query: pageParam === null ? {} : { after: pageParam } },
        signal,
      ),
    initialPageParam: null as ChildId | null,
    getNextPageParam: (page) => page.next,
    meta: structure,
  })

export const staffQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'staff'],
    queryFn: async ({ signal }) =>
      (await call(membershipEndpoints.staff, { params: { organizationId } }, signal)).staff,
    meta: structure,
  })
