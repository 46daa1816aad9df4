import type { GuestView } from '@kolosok/contract'
import { IconPhoneOff } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import {
  type CallSession,
  type Choices,
  createSession,
  DeviceCheck,
  roomClasses as classes,
  Stage,
  type TokenAnswer,
  type Tracks,
  useEndWithScreen,
} from '#features/rooms/index.ts'
import { isProblem } from '#lib/api.ts'
import { GuestRoom } from './guest-room.tsx'
import type { GuestOut } from './out.ts'
import { joinAsGuest, leaveAsGuest } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly guest: GuestView; readonly guestKey: string }

/** From the waiting room to the farewell. The devices are tried while one waits. */
export function GuestCall({ guest, guestKey }: Props) {
  const [session, setSession] = useState<CallSession | null>(null)
  const [out, setOut] = useState<GuestOut | null>(null)
  const held = useRef<CallSession | null>(null)
  const { title } = guest.meeting

  function enter(choices: Choices, tracks: Tracks): void {
    const next = createSession(choices, () => askForPass(guestKey))
    held.current = next
    setSession(next)
    next.enter(tracks).catch(() => {
      next.leave()
      setSession(null)
      setOut('unavailable')
    })
  }
  function leave(): void {
    held.current?.leave()
    void leaveAsGuest(guestKey).catch(() => null) // LiveKit tells the server as well.
    setOut('left')
  }
  useEndWithScreen(() => {
    if (held.current?.read().phase !== 'out') held.current?.leave()
  })
  const isRemoved = guest.state === 'removed'
  useEffect(() => {
    if (isRemoved) held.current?.leave('removed')
  }, [isRemoved])

  const reason = isRemoved ? 'removed' : (out ?? (guest.state === 'over' ? 'over' : null))
  if (reason) {
    const again = reason === 'removed' || reason === 'over' ? undefined : () => backTo(setSession, setOut)
    return <GuestFarewell title={title} reason={reason} onAgain={again} />
  }
  if (session) return <GuestRoom guest={guest} session={session} onLeave={leave} onOut={setOut} />
  return (
    <DeviceCheck
      title={title}
      start={t('ask')}
      waiting={<WaitingWords guest={guest} />}
      isLetIn={guest.state === 'let-in'}
      onEnter={enter}
      onCancel={leave}
    />
  )
}

function backTo(setSession: (session: null) => void, setOut: (out: null) => void): void {
  setSession(null)
  setOut(null)
}

async function askForPass(key: string): Promise<TokenAnswer> {
  try {
    const { token } = await joinAsGuest(key)
    return { token }
  } catch (error) {
    if (isProblem(error, 'removed-from-call') || isProblem(error, 'turned-away')) return { out: 'removed' }
    // The call they were in is over; for the next one they wait again.
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

type FarewellProps = {
  readonly title: string
  readonly reason: GuestOut
  readonly onAgain: (() => void) | undefined
}

/** Why there is nothing more to be seen, and the way back where there is one. */
function GuestFarewell({ title, reason, onAgain }: FarewellProps) {
  return (
    <Stage title={title}>
      <div className={classes.farewell} role="alert">
        <IconPhoneOff size={44} stroke={1.5} aria-hidden="true" />
        <h2>{t(`over.${reason}`)}</h2>
        <p>{title}</p>
        {reason === 'removed' && <p>{t('over.removed.text')}</p>}
        {onAgain && (
          <div className={classes.choices}>
            <button type="button" className={classes.primary} onClick={onAgain}>
              {t('over.back')}
            </button>
          </div>
        )}
      </div>
    </Stage>
  )
}
