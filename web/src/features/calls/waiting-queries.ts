import {
  type CallId,
  MAX_DECIDED_AT_ONCE,
  WAITING_BEAT_MS,
  type WaitingId,
  type WaitingPerson,
  waitingRoomEndpoints,
} from '@kolosok/contract'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { callQuery } from './queries.ts'

export const waitingQuery = (callId: CallId) =>
  queryOptions({
    queryKey: ['calls', callId, 'waiting'],
    queryFn: ({ signal }) => call(waitingRoomEndpoints.list, { params: { callId } }, signal),
    meta: { topics: ['calls'] },
    refetchInterval: WAITING_BEAT_MS,
  })

export type Decision = { readonly ids: WaitingId[]; readonly letIn: boolean }
type Decided = { readonly people: WaitingPerson[]; readonly noPlace: number }

async function decide(callId: CallId, { ids, letIn }: Decision): Promise<Decided> {
  let noPlace = 0
  for (let at = 0; ; at += MAX_DECIDED_AT_ONCE) {
    const body = { ids: ids.slice(at, at + MAX_DECIDED_AT_ONCE), letIn }
    const left = await call(waitingRoomEndpoints.decide, { params: { callId }, body })
    noPlace += left.noPlace
    if (at + MAX_DECIDED_AT_ONCE >= ids.length) return { people: left.people, noPlace }
  }
}

export function useDecide(callId: CallId) {
  return useMutation({
    mutationFn: (decision: Decision) => decide(callId, decision),
    onSuccess: ({ people }, _decision, _result, { client }) => {
      client.setQueryData(waitingQuery(callId).queryKey, { people })
    },
    onSettled: (_data, _error, _decision, _result, { client }) =>
      client.invalidateQueries({ queryKey: callQuery(callId).queryKey }),
  })
}
