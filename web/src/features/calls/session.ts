import {
  ConnectionState,
  DisconnectReason,
  type LocalAudioTrack,
  type LocalTrack,
  type LocalVideoTrack,
  Room,
  RoomEvent,
  Track,
  VideoPresets,
} from 'livekit-client'
import { ApiProblem } from '#lib/api.ts'
import { type Choices, troubleOf } from './devices.ts'
import { isWeak, readPeople } from './snapshot.ts'
import type { OutReason, Snapshot } from './stay.ts'

type CaptureTrack = LocalAudioTrack | LocalVideoTrack
export type Tracks = {
  readonly microphone?: LocalAudioTrack | undefined
  readonly camera?: LocalVideoTrack | undefined
}

/** Ends where the server says so: the call is over, or not for this person any more. */
export type TokenAnswer = { readonly token: string } | { readonly out: OutReason }

const PAUSES_MS = [300, 1_000, 2_000, 5_000]

export type CallSession = ReturnType<typeof createSession>

/** One stay in a call's room. It comes back by itself for as long as the server gives it a way in. */
export function createSession(choices: Choices, askToken: () => Promise<TokenAnswer>) {
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    audioCaptureDefaults: { deviceId: choices.microphoneId, echoCancellation: true, noiseSuppression: true },
    videoCaptureDefaults: { deviceId: choices.cameraId, resolution: VideoPresets.h720.resolution },
  })
  const listeners = new Set<() => void>()
  /** What this person wants, also across a lost connection. */
  const wanted = { mic: choices.isMicOn, camera: choices.isCameraOn }
  let isLeaving = false
  let state: Snapshot = {
    phase: 'joining',
    outReason: null,
    people: [],
    isMicOn: wanted.mic,
    isCameraOn: wanted.camera,
    isScreenOn: false,
    isWeak: false,
    needsSoundPermission: false,
    wasMutedByHost: false,
    trouble: null,
  }

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
        isMicOn: localParticipant.isMicrophoneEnabled,
        isCameraOn: localParticipant.isCameraEnabled,
        isScreenOn: localParticipant.isScreenShareEnabled,
        isWeak: isWeak(localParticipant),
        needsSoundPermission: !room.canPlaybackAudio,
      })
    })
  }

  for (const event of WATCHED) room.on(event, readSoon)
  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === Track.Kind.Audio) track.attach()
  })
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
    await room.connect(location.origin.replace(/^http/, 'ws'), answer.token)
    set({ phase: 'in' })
    readSoon()
    await Promise.all([show('microphone', tracks.microphone, wanted.mic), show('camera', tracks.camera, wanted.camera)])
    readSoon()
  }

  async function show(device: 'camera' | 'microphone', track: CaptureTrack | undefined, isWanted: boolean) {
    if (!track) return isWanted ? turn(device, true) : undefined
    // Its own types disagree under exactOptionalPropertyTypes: both are local tracks.
    await room.localParticipant.publishTrack(track as LocalTrack).catch((error: unknown) => {
      set({ trouble: { device, why: troubleOf(error) } })
    })
  }

  async function comeBack(): Promise<void> {
    set({ phase: 'reconnecting' })
    for (let attempt = 0; !isLeaving; attempt += 1) {
      try {
        await connect({})
        return
      } catch (error) {
        if (error instanceof ApiProblem && error.body.status < 500) {
          finish('ended')
          return
        }
        await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 5_000)
      }
    }
  }

  async function turn(device: 'camera' | 'microphone' | 'screen', isOn: boolean): Promise<void> {
    const { localParticipant } = room
    try {
      if (device === 'microphone') await localParticipant.setMicrophoneEnabled(isOn)
      if (device === 'camera') await localParticipant.setCameraEnabled(isOn)
      if (device === 'screen') await localParticipant.setScreenShareEnabled(isOn, { audio: true })
      if (state.trouble?.device === device) set({ trouble: null })
    } catch (error) {
      const why = troubleOf(error)
      // Closing the browser's own dialog is an answer, not a failure.
      if (!(device === 'screen' && why === 'denied')) set({ trouble: { device, why } })
    }
    readSoon()
  }

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): Snapshot => state,
    /** Rejects when the server can't be reached at all. */
    enter: connect,
    toggleMicrophone: (): void => {
      wanted.mic = !room.localParticipant.isMicrophoneEnabled
      set({ wasMutedByHost: false })
      void turn('microphone', wanted.mic)
    },
    toggleCamera: (): void => {
      wanted.camera = !room.localParticipant.isCameraEnabled
      void turn('camera', wanted.camera)
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

const FINAL: Partial<Record<DisconnectReason, OutReason>> = {
  [DisconnectReason.DUPLICATE_IDENTITY]: 'elsewhere',
  [DisconnectReason.ROOM_DELETED]: 'ended',
}

const WATCHED = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.Reconnected,
] as const

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
