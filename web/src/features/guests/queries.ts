import { guestEndpoints, guestLinkEndpoints, type GuestView, type MeetingId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, isProblem } from '#lib/api.ts'

const POLL_MS = 4_000
/** Only whether there is anything to come back to. */
const POLL_OUT_MS = 20_000

export const guestLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['guests', token, 'link'],
    queryFn: ({ signal }) => call(guestEndpoints.open, { params: { token } }, signal),
    staleTime: 0,
    retry: false,
  })

/** Whose link somebody holds, and who they are by it. */
export type OwnPlace = { readonly token: string; readonly key: string }

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
    refetchInterval: ({ state: { data } }) => pauseAfter(data?.state),
    refetchIntervalInBackground: true,
  })

function pauseAfter(state: GuestView['state'] | undefined): number | false {
  if (state === undefined || state === 'removed' || state === 'over') return false
  return state === 'left' ? POLL_OUT_MS : POLL_MS
}

/** Says to the server that they are here again, after a farewell. */
export function useComeBack({ key, token }: OwnPlace) {
  const client = useQueryClient()
  const { queryKey } = guestQuery(token, key)
  return useMutation({
    mutationFn: () => call(guestEndpoints.comeBack, { params: { key } }),
    // What was asked before it would put them out again for a moment.
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (guest) => {
      client.setQueryData(queryKey, guest)
    },
  })
}

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
