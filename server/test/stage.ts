import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node'

const [WIDTH, HEIGHT, RATE] = [640, 360, 48_000]
const TICK_MS = 20

/** Somebody with a camera and a microphone: bright, with a beep, for the first tenth of each second. */
export async function goOnStage(url: string, token: string) {
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const [camera, microphone] = [new VideoSource(WIDTH, HEIGHT), new AudioSource(RATE, 1, 200)]
  const startedAt = Date.now()
  let [frames, sounds] = [0, 0]
  const waiting = new Map<number, () => void>()
  const timer = setInterval(() => {
    const elapsed = Date.now() - startedAt
    for (; frames * 50 <= elapsed; frames += 1) {
      camera.captureFrame(pictureOf(frames % 20 < 2))
      waiting.get(frames)?.()
    }
    for (; sounds * 10 <= elapsed; sounds += 1) {
      microphone.captureFrame(soundOf(sounds)).catch(() => undefined)
    }
  }, TICK_MS)
  const { localParticipant } = room
  if (!localParticipant) throw new Error('Not in the room')
  const as = (source: TrackSource) => new TrackPublishOptions({ source })
  const picture = LocalVideoTrack.createVideoTrack('camera', camera)
  const sound = LocalAudioTrack.createAudioTrack('microphone', microphone)
  await localParticipant.publishTrack(picture, as(TrackSource.SOURCE_CAMERA))
  await localParticipant.publishTrack(sound, as(TrackSource.SOURCE_MICROPHONE))
  return {
    room,
    /** Resolves when so many more flashes have been shown. */
    flashes: (count: number) =>
      new Promise<void>((resolve) => waiting.set((Math.ceil(frames / 20) + count) * 20, resolve)),
    async leave() {
      clearInterval(timer)
      await room.disconnect()
    },
  }
}

function pictureOf(isBright: boolean): VideoFrame {
  const data = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(128)
  data.fill(isBright ? 235 : 60, 0, WIDTH * HEIGHT)
  return new VideoFrame(data, WIDTH, HEIGHT, VideoBufferType.I420)
}

function soundOf(index: number): AudioFrame {
  const samples = new Int16Array(RATE / 100)
  if (index % 100 < 10) {
    for (const place of samples.keys()) {
      samples[place] = 8_000 * Math.sin((2 * Math.PI * 500 * (index * samples.length + place)) / RATE)
    }
  }
  return new AudioFrame(samples, RATE, 1, samples.length)
}
