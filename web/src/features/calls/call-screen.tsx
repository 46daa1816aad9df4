import { type CallId, callId as callIdSchema } from '@kolosok/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  type CallSession,
  type Choices,
  createSession,
  readChoices,
  type Tracks,
  useBack,
  useEndWithScreen,
} from '#features/rooms/index.ts'
import { ApiProblem, isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { CallCheck } from './call-check.tsx'
import { type CallIntent, closeCall } from './current-call.ts'
import { Farewell, type FarewellReason } from './farewell.tsx'
import { createPasses } from './passes.ts'
import { callQuery, callsQuery, leaveCall } from './queries.ts'
import { RoomView } from './room-view.tsx'

const AT_THE_DOOR = ['waiting-room', 'turned-away', 'host-not-here'] as const

function stopAll({ microphone, camera }: Tracks): void {
  microphone?.stop()
  camera?.stop()
}

/** One call on this device, from the devices to the farewell. */
export function CallScreen({ intent }: { intent: CallIntent }) {
  const client = useQueryClient()
  const [session, setSession] = useState<CallSession | null>(null)
  const [failure, setFailure] = useState<FarewellReason | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  // Once per screen: a retried start is the same call.
  const [newCallId] = useState(() => callIdSchema.parse(newId()))
  const [passes] = useState(() => createPasses(intent, newCallId))
  useEffect(() => {
    if (intent.entry === 'check') passes.prepare()
  }, [intent.entry, passes])
  const held = useRef<CallSession | null>(null)

  function waitAgain(tracks: Tracks): void {
    stopAll(tracks)
    setSession(null)
    setWaiting(true)
  }

  function enter(choices: Choices, tracks: Tracks): void {
    setFailure(null)
    const known = client.getQueryData(callsQuery().queryKey)?.find(({ chatId }) => chatId === intent.chatId)
    // Seen before: the room's screen would only flash up.
    if (!isWaiting && known && known.door !== 'open') {
      waitAgain(tracks)
      return
    }
    if (known && intent.callId && known.id !== intent.callId) passes.goTo(known.id)
    const next = createSession(choices, () => passes.take())
    held.current = next
    setSession(next)
    next.enter(tracks).then(
      () => client.invalidateQueries({ queryKey: callsQuery().queryKey }),
      (error: unknown) => {
        next.leave()
        if (AT_THE_DOOR.some((code) => isProblem(error, code))) {
          waitAgain(tracks)
          return
        }
        stopAll(tracks)
        setSession(null)
        setWaiting(false)
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
  const callId = intent.callId ?? newCallId
  useEndWithScreen(() => {
    if (!held.current || held.current.read().phase === 'out') return
    held.current.leave()
    void leaveCall(callId).catch(() => null) // LiveKit tells the server as well.
  })
  const [isSmall, setSmall] = useState(false)
  // Whoever is still choosing devices may have come from a page that is about to lead into the chat.
  const makeSmall = session ? () => setSmall(true) : undefined
  useBack(!isSmall, { onBack: makeSmall ?? closeCall, onElsewhere: makeSmall })

  if (failure) {
    return <Farewell title={intent.title} reason={failure} onAgain={() => setFailure(null)} onClose={closeCall} />
  }
  if (!session) {
    if (intent.entry !== 'check' && !isWaiting) return null
    // Anew for whoever has come to the door: the devices are asked for again.
    return <CallCheck key={String(isWaiting)} intent={intent} isWaiting={isWaiting} onEnter={enter} />
  }
  return <JoinedCall intent={intent} session={session} callId={callId} isSmall={isSmall} onSmall={setSmall} />
}

type JoinedProps = {
  readonly intent: CallIntent
  readonly session: CallSession
  readonly callId: CallId
  readonly isSmall: boolean
  readonly onSmall: (isSmall: boolean) => void
}

function JoinedCall({ intent, session, callId, isSmall, onSmall }: JoinedProps) {
  // Asked for once it surely exists: the room names it when the first token has come.
  const { data: call, error } = useQuery({ ...callQuery(callId), enabled: intent.callId !== null })
  const out = isProblem(error, 'not-found') ? 'gone' : call?.state === 'ended' ? 'ended' : null
  useEffect(() => {
    if (out) session.leave(out)
  }, [out, session])

  // Leaving is what closing the screen of a running call does.
  const shape = { isSmall, onSmall, onLeave: closeCall, onClose: closeCall }
  return <RoomView intent={intent} session={session} call={call} {...shape} />
}

function failureOf(error: unknown): FarewellReason {
  if (!(error instanceof ApiProblem)) return 'offline'
  return error.body.status === 403 || error.body.status === 409 ? 'forbidden' : 'unavailable'
}
