import {
  AudioStream,
  type RemoteTrack,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  TrackKind,
  TrackSource,
  VideoStream,
} from '@livekit/rtc-node'
import type { Pictures } from './pictures.ts'
import { SAMPLE_RATE, type Sound } from './sound.ts'

type Heard = { readonly pictures: Pictures; readonly sound: Sound; readonly elapsedMs: () => number }

/** Hears and sees all that goes on in a room; `left` once it is out of it, for whatever reason. */
export function followRoom({ pictures, sound, elapsedMs }: Heard) {
  const room = new Room()
  const left = new Promise<void>((resolve) => {
    room.on(RoomEvent.Disconnected, () => {
      resolve()
    })
  })
  room.on(RoomEvent.TrackSubscribed, (track, publication) => {
    follow(track, publication).catch((error: unknown) => {
      console.error('recorder: a track ended', error)
    })
  })
  // A publisher that comes back from a lost connection brings other tracks; these end here.
  room.on(RoomEvent.TrackUnsubscribed, (_track, { sid = '' }) => {
    pictures.drop(sid)
  })
  room.on(RoomEvent.TrackUnpublished, ({ sid = '' }) => {
    pictures.drop(sid)
  })
  room.on(RoomEvent.TrackMuted, ({ sid = '' }) => {
    pictures.mute(sid, true)
  })
  room.on(RoomEvent.TrackUnmuted, ({ sid = '' }) => {
    pictures.mute(sid, false)
  })

  function follow(track: RemoteTrack, publication: RemoteTrackPublication): Promise<void> {
    if (track.kind === TrackKind.KIND_AUDIO) return listen(track)
    const isScreen = publication.source === TrackSource.SOURCE_SCREENSHARE
    return pictures.show(publication, isScreen, new VideoStream(track))
  }

  async function listen(track: RemoteTrack): Promise<void> {
    const say = sound.voice()
    const stream = new AudioStream(track, { sampleRate: SAMPLE_RATE, numChannels: 1, frameSizeMs: 20 })
    for await (const { data } of stream) say(data, elapsedMs())
  }

  return {
    left,
    enter: (url: string, token: string) => room.connect(url, token, { autoSubscribe: true, dynacast: false }),
    leave: () => room.disconnect().catch(() => undefined),
  }
}
