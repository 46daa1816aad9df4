import { identityEndpoints, type Me, organizationEndpoints, type OwnMembership } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { call, isProblem } from './api.ts'

/** Whoever has signed in here; null for nobody. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return await call(identityEndpoints.getMe, {}, signal)
      } catch (error) {
        if (isProblem(error, 'not-signed-in')) return null
        throw error
      }
    },
    gcTime: Infinity,
    networkMode: 'always',
    meta: { topics: ['account'], isKept: true },
  })

/** Where one belongs now; several in one organization are several entries. */
export const membershipsQuery = () =>
  queryOptions({
    queryKey: ['me', 'memberships'],
    queryFn: async ({ signal }): Promise<readonly OwnMembership[]> =>
      (await call(organizationEndpoints.mine, {}, signal)).memberships,
    gcTime: Infinity,
    networkMode: 'always',
    meta: { topics: ['account', 'organization', 'structure', 'confirmations'], isKept: true },
  })

// Told from above rather than asked of the cache: when a session ends, the cache knows before the frame that takes the
// pages away, and a page drawn in between would find nobody.
export const MeContext = createContext<Me | null>(null)
export const MembershipsContext = createContext<readonly OwnMembership[] | null>(null)

/** Inside the frame of signed-in pages only: there somebody always is. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('Outside the frame of signed-in pages')
  return me
}

/** Where a page is for guests, too; null for whoever has not signed in. */
export const useMaybeMe = (): Me | null => use(MeContext)

/** Inside the frame of signed-in pages only: there they are loaded. */
export function useMemberships(): readonly OwnMembership[] {
  const memberships = use(MembershipsContext)
  if (!memberships) throw new Error('Outside the frame of signed-in pages')
  return memberships
}
