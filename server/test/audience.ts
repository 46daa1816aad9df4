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

// Small, so that looking on costs little here; noisy, so that it takes as many packets as a real camera.
const [WIDTH, HEIGHT, FRAMES, RATE] = [320, 180, 20, 48_000]
const BITRATE = 800_000n

/** Somebody on the stage whom to look at costs what a real camera does. */
export async function showNoise(url: string, token: string): Promise<void> {
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const [camera, microphone] = [new VideoSource(WIDTH, HEIGHT), new AudioSource(RATE, 1, 200)]
  const videoEncoding = { maxBitrate: BITRATE, maxFramerate: FRAMES }
  const shown = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false, videoEncoding })
  const heard = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE })
  await room.localParticipant?.publishTrack(LocalVideoTrack.createVideoTrack('camera', camera), shown)
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack('microphone', microphone), heard)
  setInterval(() => {
    camera.captureFrame(noise())
  }, 1_000 / FRAMES)
  const hum = Int16Array.from({ length: RATE / 50 }, (_, index) => 4_000 * Math.sin(index / 7))
  setInterval(() => {
    microphone.captureFrame(new AudioFrame(hum, RATE, 1, hum.length)).catch(() => undefined)
  }, 20)
}

function noise(): VideoFrame {
  const data = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(128)
  for (let index = 0; index < (WIDTH * HEIGHT) / 2; index += 1) data[index] = Math.random() * 255
  return new VideoFrame(data, WIDTH, HEIGHT, VideoBufferType.I420)
}

/** Looks on, and tells how many bytes have come so far and whether there are pictures among them. */
export async function lookOn(url: string, token: string) {
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: true, dynacast: false })
  return async () => {
    const { publisherStats, subscriberStats } = await room.getRtcStats()
    // One connection for both ways, or two: that is the server's to say.
    const streams = [...publisherStats, ...subscriberStats].flatMap(({ stats }) =>
      stats.case === 'inboundRtp' ? [stats.value.inbound] : [],
    )
    return {
      bytes: streams.reduce((sum, stream) => sum + Number(stream?.bytesReceived ?? 0n), 0),
      isSeeing: streams.some((stream) => (stream?.framesDecoded ?? 0) > 0),
    }
  }
}
