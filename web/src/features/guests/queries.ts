import { guestEndpoints, guestLinkEndpoints, type GuestView, type MeetingId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, isProblem } from '#lib/api.ts'

const POLL_MS = 4_000

export const guestLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['guests', token, 'link'],
    queryFn: ({ signal }) => call(guestEndpoints.open, { params: { token } }, signal),
    staleTime: 0,
    retry: false,
  })

/** Null: this browser has not asked yet. A guest has no socket: the page asks again and again. */
export const guestQuery = (token: string, key: string) =>
  queryOptions({
    queryKey: ['guests', token, 'own'],
    queryFn: async ({ signal }): Promise<GuestView | null> => {
      try {
        return await call(guestEndpoints.get, { params: { key } }, signal)
      } catch (error) {
        if (isProblem(error, 'not-found')) return null
        throw error
      }
    },
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data && data.state !== 'removed' && data.state !== 'over' ? POLL_MS : false,
    refetchIntervalInBackground: true,
  })

export function useAsk(token: string, key: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => call(guestEndpoints.ask, { params: { token, key }, body: { name } }),
    onSuccess: (guest) => {
      client.setQueryData(guestQuery(token, key).queryKey, guest)
    },
  })
}

export const joinAsGuest = (key: string) => call(guestEndpoints.join, { params: { key } })
export const leaveAsGuest = (key: string) => call(guestEndpoints.leave, { params: { key } })

export const openLinkQuery = (meetingId: MeetingId) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId, 'guest-link'],
    queryFn: ({ signal }) => call(guestLinkEndpoints.get, { params: { meetingId } }, signal),
    meta: { topics: ['meetings'] },
  })

export function useLink(meetingId: MeetingId) {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: openLinkQuery(meetingId).queryKey })
  const save = useMutation({
    mutationFn: (maxGuests: number) => call(guestLinkEndpoints.save, { params: { meetingId }, body: { maxGuests } }),
    onSettled,
  })
  const revoke = useMutation({
    mutationFn: () => call(guestLinkEndpoints.revoke, { params: { meetingId } }),
    onSettled,
  })
  return { save, revoke }
}
