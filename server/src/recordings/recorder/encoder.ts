import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import type { Writable } from 'node:stream'
import type { Size } from './layout.ts'
import { SAMPLE_RATE } from './sound.ts'

export const FRAMES_PER_SECOND = 25
/** The longest piece that a crash can take. */
const KEYFRAME_EVERY = FRAMES_PER_SECOND * 2
/** Of pictures that wait for the encoder; a thousand of them would fill the memory. */
const MOST_WAITING_BYTES = 24 * 1024 * 1024

export type Encoder = ReturnType<typeof startEncoder>

type Wishes = { readonly ffmpeg: string; readonly file: string; readonly size: Size }

/** One ffmpeg for one file that plays whenever its writer ends, however it ends (fragmented MP4). */
export function startEncoder({ ffmpeg, file, size }: Wishes) {
  const child = spawn(ffmpeg, [...inputs(size), ...outputs(file)], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C is for the server, and what was recorded is ended in order.
    detached: true,
  })
  const ended = once(child, 'exit')
  ended.catch(() => undefined)
  // Calls come before recordings.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const [pictures, sound] = [child.stdio[3], child.stdio[4]] as [Writable, Writable]
  // It ended: `ended` says so.
  for (const pipe of [pictures, sound]) pipe.on('error', () => undefined)

  return {
    ended,
    isBehind: () => pictures.writableLength > MOST_WAITING_BYTES,
    show: (picture: Buffer) => void pictures.write(picture),
    play: (samples: Buffer) => void sound.write(samples),
    async finish(): Promise<void> {
      pictures.end()
      sound.end()
      await ended
    },
  }
}

const inputs = ({ width, height }: Size): string[] => [
  ...['-nostdin', '-v', 'error', '-y'],
  ...['-thread_queue_size', '64', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${String(width)}x${String(height)}`],
  ...['-r', String(FRAMES_PER_SECOND), '-i', 'pipe:3'],
  ...['-thread_queue_size', '512', '-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1', '-i', 'pipe:4'],
]

const outputs = (file: string): string[] => [
  ...['-map', '0:v', '-map', '1:a', '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '26', '-threads', '2'],
  // Whatever is shown, an hour takes about a gigabyte at most.
  ...['-maxrate', '2500k', '-bufsize', '5000k', '-g', String(KEYFRAME_EVERY), '-c:a', 'aac', '-b:a', '96k'],
  ...['-movflags', '+frag_keyframe+empty_moov+default_base_moof', '-flush_packets', '1', file],
]
