import type { GuestView } from '@kolosok/contract'
import { useEffect, useRef, useState } from 'react'
import { RecordingWarning } from '#features/recordings/index.ts'
import {
  type CallSession,
  type Choices,
  createSession,
  DeviceCheck,
  type TokenAnswer,
  type Tracks,
  useEndWithScreen,
} from '#features/rooms/index.ts'
import { isProblem } from '#lib/api.ts'
import { GuestFarewell } from './guest-farewell.tsx'
import { GuestRoom } from './guest-room.tsx'
import type { GuestOut } from './out.ts'
import { joinAsGuest, leaveAsGuest, type OwnPlace } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly guest: GuestView
  readonly own: OwnPlace
  readonly onAnother: () => void
}

/** From the waiting room to the farewell. The devices are tried while one waits. */
export function GuestCall({ guest, own, onAnother }: Props) {
  const [session, setSession] = useState<CallSession | null>(null)
  const [out, setOut] = useState<GuestOut | null>(null)
  const held = useRef<CallSession | null>(null)
  const title = guest.meeting?.title ?? t('product')

  function enter(choices: Choices, tracks: Tracks): void {
    const next = createSession(choices, () => askForPass(own.key))
    held.current = next
    setSession(next)
    next.enter(tracks).catch(() => {
      next.leave()
      setSession(null)
      setOut('unavailable')
    })
  }
  function leave(reason: GuestOut): void {
    held.current?.leave()
    if (reason === 'left' || reason === 'ended') void leaveAsGuest(own.key).catch(() => null) // LiveKit tells the server as well.
    setOut(reason)
  }
  useEndWithScreen(() => {
    if (held.current?.read().phase !== 'out') held.current?.leave()
  })
  const outForGood = guest.state === 'removed' || guest.state === 'over' ? guest.state : null
  useEffect(() => {
    if (outForGood) held.current?.leave(outForGood === 'removed' ? 'removed' : 'ended')
  }, [outForGood])

  const reason = outForGood ?? out ?? (guest.state === 'left' ? 'left' : null)
  if (reason) {
    const goOn = () => {
      setSession(null)
      setOut(null)
    }
    return <GuestFarewell guest={guest} own={own} reason={reason} onBack={goOn} onAnother={onAnother} />
  }
  if (session) {
    return <GuestRoom guest={guest} title={title} session={session} onLeave={() => leave('left')} onOut={leave} />
  }
  return (
    <DeviceCheck
      title={title}
      start={askOf(guest)}
      note={guest.isRecorded && <RecordingWarning who="guest" />}
      waiting={<WaitingWords guest={guest} />}
      isLetIn={guest.state === 'let-in'}
      onEnter={enter}
      onCancel={() => leave('left')}
    />
  )
}

const askOf = ({ meeting }: GuestView) => t('ask', { isLesson: String(meeting?.isLesson ?? false) })

async function askForPass(key: string): Promise<TokenAnswer> {
  try {
    const { token } = await joinAsGuest(key)
    return { token }
  } catch (error) {
    if (isProblem(error, 'removed-from-call') || isProblem(error, 'turned-away')) return { out: 'removed' }
    // The call they were in is over; for the next one they can wait again.
    if (isProblem(error, 'call-ended') || isProblem(error, 'waiting-room')) return { out: 'ended' }
    throw error
  }
}

function WaitingWords({ guest: { state, name, isGoingOn } }: { guest: GuestView }) {
  const what = state === 'turned-away' ? 'turned-away' : isGoingOn ? 'here' : 'host'
  if (state === 'let-in') return <strong>{t('wait.letting-in')}</strong>
  return (
    <>
      <strong>{t(`wait.${what}`, { name })}</strong>
      <span>{t(`wait.${what}.text`)}</span>
    </>
  )
}
