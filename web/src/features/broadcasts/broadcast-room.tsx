import type { Broadcast, BroadcastId } from '@kolosok/contract'
import { useEffect, useRef, useState } from 'react'
import {
  type CallSession,
  type Choices,
  createSession,
  DeviceCheck,
  readChoices,
  type TokenAnswer,
  type Tracks,
  useEndWithScreen,
} from '#features/rooms/index.ts'
import { isProblem } from '#lib/api.ts'
import type { Entry, Out } from './entry.ts'
import { joinBroadcast, useAct } from './queries.ts'
import { RoomScreen } from './room-screen.tsx'
import { t } from './texts.ts'

type Props = {
  readonly broadcast: Broadcast
  readonly entry: Entry
  readonly onClose: (reason?: Out) => void
}

async function askToken(id: BroadcastId): Promise<TokenAnswer> {
  try {
    return { token: (await joinBroadcast(id)).token }
  } catch (error) {
    const isOver = (['broadcast-over', 'broadcast-cancelled', 'broadcast-not-live'] as const).some((code) =>
      isProblem(error, code),
    )
    if (isOver) return { out: 'ended' }
    if (isProblem(error, 'not-found')) return { out: 'gone' }
    throw error
  }
}

/** Whoever looks on goes straight in, and their browser asks for nothing; the stage begins with the devices. */
export function BroadcastRoom({ broadcast, entry, onClose }: Props) {
  const { id, title, state } = broadcast
  const [session, setSession] = useState<CallSession | null>(null)
  const start = useAct('start')
  const enterStage = useAct('enterStage')
  const held = useRef<CallSession | null>(null)

  function enter(choices: Choices, tracks: Tracks): void {
    const next = createSession(choices, () => askToken(id))
    held.current = next
    setSession(next)
    next.enter(tracks).catch(() => {
      next.leave()
      onClose('failed')
    })
  }

  async function goOn(choices: Choices, tracks: Tracks): Promise<void> {
    try {
      await (state === 'planned' ? start : enterStage).mutateAsync(id)
      enter(choices, tracks)
    } catch {
      tracks.camera?.stop()
      tracks.microphone?.stop()
      onClose('failed')
    }
  }

  const hasEntered = useRef(false)
  useEffect(() => {
    if (entry === 'stage' || hasEntered.current) return
    hasEntered.current = true
    enter({ ...readChoices(), isMicOn: false, isCameraOn: false }, {})
  })
  useEndWithScreen(() => held.current?.leave())

  if (session) return <RoomScreen broadcast={broadcast} session={session} onClose={onClose} />
  if (entry === 'watch') return null
  return (
    <DeviceCheck
      title={title}
      start={t(state === 'planned' ? 'check.start' : 'check.enter')}
      onEnter={(choices, tracks) => void goOn(choices, tracks)}
      onCancel={() => onClose()}
    />
  )
}
