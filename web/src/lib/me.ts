import { identityEndpoints, type Me, organizationEndpoints, type OwnMembership } from '@kolosok/contract'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
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

/** Inside the frame of signed-in pages only: there somebody always is. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery())
  if (!data) throw new Error('Nobody has signed in')
  return data
}

/** Inside the frame of signed-in pages only: there they are loaded. */
export function useMemberships(): readonly OwnMembership[] {
  return useSuspenseQuery(membershipsQuery()).data
}
