import {
  ConnectionState,
  type LocalAudioTrack,
  type LocalTrack,
  type LocalVideoTrack,
  ParticipantEvent,
  RoomEvent,
  Track,
} from 'livekit-client'
import { FINAL, hearServer, isRefusal, openRoom, pauseBefore, WATCHED } from './connection.ts'
import { type Choices, troubleOf } from './devices.ts'
import { isWeak, readPeople } from './snapshot.ts'
import { arriving, type OutReason, type Snapshot } from './stay.ts'

type Device = 'camera' | 'mic' | 'screen'
type CaptureTrack = LocalAudioTrack | LocalVideoTrack
export type Tracks = {
  readonly microphone?: LocalAudioTrack | undefined
  readonly camera?: LocalVideoTrack | undefined
}

/** Ends where the server says so: the call is over, or not for this person any more. */
export type TokenAnswer = { readonly token: string } | { readonly out: OutReason }

export type CallSession = ReturnType<typeof createSession>

/** One stay in a call's room. It comes back by itself for as long as the server gives it a way in. */
export function createSession(choices: Choices, askToken: () => Promise<TokenAnswer>) {
  const room = openRoom(choices)
  const listeners = new Set<() => void>()
  const hearers = new Set<(text: string) => void>()
  /** What this person wants, also across a lost connection. */
  const wanted = { mic: choices.isMicOn, camera: choices.isCameraOn }
  let isLeaving = false
  /** Until what is wanted has been switched on, or failed to. */
  let isArriving = true
  let state = arriving(choices)

  function set(change: Partial<Snapshot>): void {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  let isReadingSoon = false
  /** Events come in bursts; the screen is drawn once for all of them. */
  function readSoon(): void {
    if (isReadingSoon) return
    isReadingSoon = true
    queueMicrotask(() => {
      isReadingSoon = false
      const { localParticipant } = room
      set({
        people: state.phase === 'joining' ? [] : readPeople(room),
        isMicOn: isArriving ? wanted.mic : localParticipant.isMicrophoneEnabled,
        isCameraOn: isArriving ? wanted.camera : localParticipant.isCameraEnabled,
        isScreenOn: localParticipant.isScreenShareEnabled,
        isWeak: isWeak(localParticipant),
        needsSoundPermission: !room.canPlaybackAudio,
        news: room.metadata ?? '',
      })
    })
  }

  for (const event of WATCHED) room.on(event, readSoon)
  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === Track.Kind.Audio) track.attach()
  })
  hearServer(room, hearers)
  room.on(RoomEvent.TrackUnsubscribed, (track) => {
    for (const element of track.detach()) element.remove()
  })
  room.on(RoomEvent.TrackMuted, (publication, participant) => {
    if (participant !== room.localParticipant || publication.source !== Track.Source.Microphone || !wanted.mic) return
    wanted.mic = false
    set({ wasMutedByHost: true })
  })
  room.on(RoomEvent.ConnectionStateChanged, (connection) => {
    if (connection === ConnectionState.Connected) set({ phase: 'in' })
    if (connection === ConnectionState.Reconnecting) set({ phase: 'reconnecting' })
    readSoon()
  })
  room.on(RoomEvent.Disconnected, (reason) => {
    if (isLeaving || state.phase === 'out' || state.phase === 'joining') return
    const out = reason === undefined ? undefined : FINAL[reason]
    if (out) finish(out)
    else void comeBack()
  })

  function finish(outReason: OutReason): void {
    isLeaving = true
    set({ phase: 'out', outReason, people: [] })
    void room.disconnect()
  }

  async function connect(tracks: Tracks): Promise<void> {
    const answer = await askToken()
    if (isLeaving) return
    if ('out' in answer) {
      finish(answer.out)
      return
    }
    try {
      await room.connect(location.origin.replace(/^http/, 'ws'), answer.token)
    } catch (error) {
      // The way in may have been closed since it was given; the server says why.
      const again = await askToken()
      if (!('out' in again)) throw error
      finish(again.out)
      return
    }
    set({ phase: 'in' })
    readSoon()
    await Promise.all([show('mic', tracks.microphone), show('camera', tracks.camera)])
    isArriving = false
    // Switched on or off again while it was on its way.
    if (wanted.mic !== room.localParticipant.isMicrophoneEnabled) await turn('mic', wanted.mic)
    if (wanted.camera !== room.localParticipant.isCameraEnabled) await turn('camera', wanted.camera)
    readSoon()
  }

  /** LiveKit tells it a moment after the server has said yes. */
  async function mayPublish(): Promise<void> {
    const { localParticipant } = room
    if (localParticipant.permissions?.canPublish) return
    await new Promise((resolve) => localParticipant.once(ParticipantEvent.ParticipantPermissionsChanged, resolve))
  }

  async function show(device: 'camera' | 'mic', track: CaptureTrack | undefined): Promise<void> {
    if (!wanted[device]) {
      track?.stop()
      return
    }
    if (!track) return turn(device, true)
    // Its own types disagree under exactOptionalPropertyTypes: both are local tracks.
    await room.localParticipant.publishTrack(track as LocalTrack).catch((error: unknown) => {
      note(device, error)
    })
  }

  function note(device: Device, error: unknown): void {
    const why = troubleOf(error)
    // Closing the browser's own dialog is an answer, not a failure.
    if (device === 'screen' && why === 'denied') return
    if (device !== 'screen') wanted[device] = false
    // With both gone, not being heard is the worse of the two.
    if (device === 'camera' && state.trouble?.device === 'mic') return
    set({ trouble: { device, why } })
  }

  async function comeBack(): Promise<void> {
    set({ phase: 'reconnecting' })
    isArriving = true
    for (let attempt = 0; !isLeaving; attempt += 1) {
      try {
        await connect({})
        return
      } catch (error) {
        if (isRefusal(error)) {
          finish('ended')
          return
        }
        await pauseBefore(attempt)
      }
    }
  }

  async function turn(device: Device, isOn: boolean): Promise<void> {
    const { localParticipant } = room
    try {
      if (device === 'mic') await localParticipant.setMicrophoneEnabled(isOn)
      if (device === 'camera') await localParticipant.setCameraEnabled(isOn)
      if (device === 'screen') await localParticipant.setScreenShareEnabled(isOn, { audio: true })
      if (state.trouble?.device === device) set({ trouble: null })
    } catch (error) {
      note(device, error)
    }
    readSoon()
  }

  function switchTo(device: 'camera' | 'mic'): void {
    if (isArriving) readSoon()
    else void turn(device, wanted[device])
  }

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): Snapshot => state,
    /** What the server says once to everybody who is in. */
    listen: (hear: (text: string) => void): (() => void) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    /** Rejects when the server can't be reached at all. */
    enter: connect,
    toggleMicrophone: (): void => {
      wanted.mic = !state.isMicOn
      set({ wasMutedByHost: false })
      switchTo('mic')
    },
    toggleCamera: (): void => {
      wanted.camera = !state.isCameraOn
      switchTo('camera')
    },
    /** Comes in to be seen and heard, devices chosen before, after having only looked on. */
    goOn: (next: Pick<Choices, 'isMicOn' | 'isCameraOn'>, tracks: Tracks): void => {
      wanted.mic = next.isMicOn
      wanted.camera = next.isCameraOn
      void mayPublish()
        .then(() => Promise.all([show('mic', tracks.microphone), show('camera', tracks.camera)]))
        .then(readSoon)
    },
    /** Only looks on from here on. */
    goOff: (): void => {
      wanted.mic = false
      wanted.camera = false
      for (const device of ['mic', 'camera', 'screen'] as const) void turn(device, false)
    },
    toggleScreen: (): void => void turn('screen', !room.localParticipant.isScreenShareEnabled),
    allowSound: (): void => void room.startAudio().then(readSoon),
    dismissTrouble: (): void => {
      set({ trouble: null, wasMutedByHost: false })
    },
    leave: (outReason: OutReason = 'left'): void => {
      if (state.phase !== 'out') finish(outReason)
    },
  }
}
