import { meetingAttendanceEndpoints, type MeetingId, type MeetingUnitId } from '@kolosok/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'

const { list, mark, saveGuest, removeGuest } = meetingAttendanceEndpoints

export type Who = 'all' | 'here' | 'away'

const keyOf = (meetingId: MeetingId) => ['meetings', 'one', meetingId, 'attendance'] as const

/** Whoever comes into the call, or is ticked by a colleague, shows at once. */
export const attendanceQuery = (meetingId: MeetingId, who: Who, words: string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(meetingId), who, words],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(who !== 'all' && { who }), words, ...(pageParam !== null && { after: pageParam }) }
      return call(list, { params: { meetingId }, query }, signal)
    },
    initialPageParam: null as MeetingUnitId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['meetings', 'calls', 'structure'] },
  })

/** It lasts until the list is there again: meanwhile the row shows what was ticked. */
function useAsked(meetingId: MeetingId) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(meetingId) })
}

export const useMark = (meetingId: MeetingId) =>
  useMutation({ mutationFn: (input: CallInput<typeof mark>) => call(mark, input), onSettled: useAsked(meetingId) })

export const useSaveGuest = (meetingId: MeetingId) =>
  useMutation({
    mutationFn: (input: CallInput<typeof saveGuest>) => call(saveGuest, input),
    onSettled: useAsked(meetingId),
  })

export const useRemoveGuest = (meetingId: MeetingId) =>
  useMutation({
    mutationFn: (input: CallInput<typeof removeGuest>) => call(removeGuest, input),
    onSettled: useAsked(meetingId),
  })
