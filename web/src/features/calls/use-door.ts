import { type Call, type ChatId, WAITING_BEAT_MS, waitingRoomEndpoints } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { call, isProblem } from '#lib/api.ts'
import { leaveCall, useCallIn } from './queries.ts'

export type Door = Call['door'] | 'no-host' | 'removed'

/** Before the door of this chat's call: says so again and again, and hears at once when it is opened. */
export function useDoor(chatId: ChatId, isWaiting: boolean): { door: Door; leave: () => void } {
  const known = useCallIn(chatId)
  const callId = known?.id
  const { data, error } = useQuery({
    queryKey: ['calls', callId, 'door'],
    queryFn: ({ signal }) => {
      if (!callId) throw new Error('There is no door yet')
      return call(waitingRoomEndpoints.wait, { params: { callId } }, signal)
    },
    enabled: isWaiting && callId !== undefined,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: WAITING_BEAT_MS,
    // Whoever puts the phone away waits, too.
    refetchIntervalInBackground: true,
    meta: { topics: ['calls'] },
  })
  const leave = () => {
    // Nobody hears of them any more: the host finds it out by that.
    if (isWaiting && callId) void leaveCall(callId).catch(() => null)
  }
  if (isProblem(error, 'removed-from-call')) return { door: 'removed', leave }
  if (!known || !data) return { door: known ? 'waiting' : 'no-host', leave }
  return { door: data.door, leave }
}
