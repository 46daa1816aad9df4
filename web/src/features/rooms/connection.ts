import { DisconnectReason, type ReconnectPolicy, Room, RoomEvent, VideoPresets } from 'livekit-client'
import { ApiProblem } from '#lib/api.ts'
import type { Choices } from './devices.ts'
import type { OutReason } from './stay.ts'

const PAUSES_MS = [300, 1_000, 2_000, 5_000]

/**
 * LiveKit's own way back, at most two seconds from one attempt to the next; a server that was restarted is back soon, and
 * its callers don't come all at once. After half a minute we ask for a new way in ourselves.
 */
const reconnectPolicy: ReconnectPolicy = {
  nextRetryDelayInMs: ({ retryCount, elapsedMs }) =>
    elapsedMs > 30_000 ? null : Math.min(300 * retryCount, 2_000) + Math.random() * 300,
}

export const openRoom = (choices: Choices): Room =>
  new Room({
    adaptiveStream: true,
    dynacast: true,
    reconnectPolicy,
    audioCaptureDefaults: { deviceId: choices.microphoneId, echoCancellation: true, noiseSuppression: true },
    videoCaptureDefaults: { deviceId: choices.cameraId, resolution: VideoPresets.h720.resolution },
  })

/** After these there is nothing to come back to. */
export const FINAL: Partial<Record<DisconnectReason, OutReason>> = {
  [DisconnectReason.DUPLICATE_IDENTITY]: 'elsewhere',
  [DisconnectReason.ROOM_DELETED]: 'ended',
}

/** The server won't let them in again. Whoever has only asked too often asks later. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiProblem && error.body.status < 500 && error.body.status !== 429

/** What the screen is drawn anew for. */
export const WATCHED = [
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
  RoomEvent.RoomMetadataChanged,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.Reconnected,
] as const

/** What is said once to everybody who is in; only the server says anything. */
export function hearServer(room: Room, hearers: ReadonlySet<(text: string) => void>): void {
  room.on(RoomEvent.DataReceived, (data, from) => {
    if (!from) for (const hear of hearers) hear(new TextDecoder().decode(data))
  })
}

/** Longer from one attempt to the next. */
export const pauseBefore = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)]))
