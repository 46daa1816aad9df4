import {
  type Call,
  callEndpoints,
  type CallId,
  type ChatId,
  type GuestId,
  type ParticipantId,
  WAITING_BEAT_MS,
  waitingRoomEndpoints,
} from '@kolosok/contract'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

/** Calls going on in one's chats: what rings, and what one may join. */
export const callsQuery = () =>
  queryOptions({
    queryKey: ['calls'],
    queryFn: async ({ signal }): Promise<readonly Call[]> => (await call(callEndpoints.list, {}, signal)).calls,
    meta: { topics: ['calls'] },
    // Who is in right now is told to nobody live; a number in a banner may be some seconds old.
    refetchInterval: ({ state }) => (state.data?.length ? 15_000 : false),
  })

export const callQuery = (callId: CallId) =>
  queryOptions({
    queryKey: ['calls', callId],
    queryFn: ({ signal }) => call(callEndpoints.get, { params: { callId } }, signal),
    meta: { topics: ['calls'] },
    // Whoever closes their waiting screen says nothing.
    refetchInterval: ({ state }) => (state.data?.waiting ? WAITING_BEAT_MS : false),
  })

export function useCallIn(chatId: ChatId): Call | undefined {
  return useQuery({ ...callsQuery(), select: (calls) => calls.find((one) => one.chatId === chatId) }).data
}

export const attendanceQuery = (callId: CallId) =>
  queryOptions({
    queryKey: ['calls', callId, 'attendance'],
    queryFn: ({ signal }) => call(callEndpoints.attendance, { params: { callId } }, signal),
    staleTime: 0,
  })

const params = (callId: CallId) => ({ params: { callId } })

export const startCall = (chatId: ChatId, callId: CallId) => call(callEndpoints.start, { params: { chatId, callId } })
export const joinCall = (callId: CallId) => call(callEndpoints.join, params(callId))
export const leaveCall = (callId: CallId) => call(callEndpoints.leave, params(callId))
export const endCall = (callId: CallId) => call(callEndpoints.end, params(callId))

export function useDeclineCall() {
  return useMutation({
    mutationFn: (callId: CallId) => call(callEndpoints.decline, params(callId)),
    // Silent at once; the other devices follow by `stale`.
    onMutate: (callId, { client }) => {
      client.setQueryData(callsQuery().queryKey, (calls) =>
        calls?.map((one) => (one.id === callId ? { ...one, ring: 'none' as const } : one)),
      )
    },
    onSettled: (_data, _error, _callId, _result, { client }) =>
      client.invalidateQueries({ queryKey: callsQuery().queryKey, exact: true }),
  })
}

type Participant = { readonly participantId: ParticipantId | null; readonly guestId: GuestId | null }

export function useModerate(callId: CallId) {
  const mute = useMutation({
    mutationFn: async ({ participantId, guestId }: Participant) => {
      if (guestId) await call(waitingRoomEndpoints.muteGuest, { params: { callId, guestId } })
      if (participantId) await call(callEndpoints.mute, { params: { callId, participantId } })
    },
  })
  const remove = useMutation({
    mutationFn: async ({ participantId, guestId }: Participant) => {
      if (guestId) await call(waitingRoomEndpoints.removeGuest, { params: { callId, guestId } })
      if (participantId) await call(callEndpoints.remove, { params: { callId, participantId } })
    },
  })
  return { mute, remove }
}
