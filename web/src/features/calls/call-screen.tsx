import { type CallId, callId as callIdSchema } from '@kolosok/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem, isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { type CallIntent, closeCall, nameCall } from './current-call.ts'
import { DeviceCheck } from './device-check.tsx'
import { type Choices, readChoices } from './devices.ts'
import { Farewell, type FarewellReason } from './farewell.tsx'
import { callQuery, callsQuery, joinCall, leaveCall, startCall } from './queries.ts'
import { RoomView } from './room-view.tsx'
import { type CallSession, createSession, type TokenAnswer, type Tracks } from './session.ts'

/** One call on this device, from the devices to the farewell. */
export function CallScreen({ intent }: { intent: CallIntent }) {
  const client = useQueryClient()
  const [session, setSession] = useState<CallSession | null>(null)
  const [failure, setFailure] = useState<FarewellReason | null>(null)
  // Once per screen: a retried start is the same call.
  const [newCallId] = useState(() => callIdSchema.parse(newId()))
  const held = useRef<CallSession | null>(null)

  function enter(choices: Choices, tracks: Tracks): void {
    setFailure(null)
    const next = createSession(choices, tokensFor(intent, newCallId))
    held.current = next
    setSession(next)
    next.enter(tracks).then(
      () => client.invalidateQueries({ queryKey: callsQuery().queryKey }),
      (error: unknown) => {
        next.leave()
        setSession(null)
        setFailure(failureOf(error))
      },
    )
  }

  const hasEntered = useRef(false)
  useEffect(() => {
    if (intent.entry === 'check' || hasEntered.current) return
    hasEntered.current = true
    enter({ ...readChoices(), isMicOn: true, isCameraOn: intent.entry === 'video' }, {})
  })
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
      // Not at once: in development every effect is undone and done again.
      setTimeout(() => {
        if (!isMounted.current) held.current?.leave()
      })
    }
  }, [])

  if (failure) {
    return <Farewell title={intent.title} reason={failure} onAgain={() => setFailure(null)} onClose={closeCall} />
  }
  if (!session) return intent.entry === 'check' ? <DeviceCheck intent={intent} onEnter={enter} /> : null
  return <JoinedCall intent={intent} session={session} callId={intent.callId ?? newCallId} />
}

type JoinedProps = { readonly intent: CallIntent; readonly session: CallSession; readonly callId: CallId }

function JoinedCall({ intent, session, callId }: JoinedProps) {
  // Asked for once it surely exists: the room names it when the first token has come.
  const { data: call } = useQuery({ ...callQuery(callId), enabled: intent.callId !== null })
  const isOver = call?.state === 'ended'
  useEffect(() => {
    if (isOver) session.leave('ended')
  }, [isOver, session])

  const leave = () => {
    session.leave()
    void leaveCall(callId).catch(() => null) // LiveKit tells the server as well.
    closeCall()
  }
  return <RoomView intent={intent} session={session} call={call} onLeave={leave} onClose={closeCall} />
}

/** Ways into the call, as often as the connection is lost. The first one starts it where it isn't yet. */
function tokensFor({ chatId, callId }: CallIntent, newCallId: CallId): () => Promise<TokenAnswer> {
  let known = callId
  return async () => {
    known ??= (await startCall(chatId, newCallId)).id
    try {
      const { token } = await joinCall(known)
      nameCall(known)
      return { token }
    } catch (error) {
      if (isProblem(error, 'call-ended') || isProblem(error, 'not-found')) return { out: 'ended' }
      if (isProblem(error, 'removed-from-call')) return { out: 'removed' }
      throw error
    }
  }
}

function failureOf(error: unknown): FarewellReason {
  if (!(error instanceof ApiProblem)) return 'offline'
  return error.body.status === 403 || error.body.status === 409 ? 'forbidden' : 'unavailable'
}
