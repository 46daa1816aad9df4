import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findFfmpeg } from '#recordings/index.ts'

const RATE = 8_000
const LOUD = 2_000

/** Decodes a film to its end: how many pictures it holds, when it flashes in its middle and when it beeps, in seconds. */
export async function decodeFilm(path: string) {
  const middle = ['-vf', 'crop=2:2:640:360,format=gray', '-f', 'rawvideo', 'pipe:1']
  const [points, sound] = [
    await decode([...['-i', path], ...middle]),
    await decode(['-i', path, '-ac', '1', '-ar', String(RATE), '-f', 's16le', 'pipe:1']),
  ]
  const pictures = Array.from({ length: points.length / 4 }, (_, index) => points[index * 4] ?? 0)
  const hundredths = Array.from({ length: Math.floor(sound.length / 2 / 80) }, (_, index) => loudest(sound, index))
  return {
    pictures: pictures.length,
    seconds: pictures.length / 25,
    flashes: risings(pictures, 190).map((index) => index / 25),
    beeps: risings(hundredths, LOUD).map((index) => index / 100),
  }
}

async function decode(what: string[]): Promise<Buffer> {
  const ffmpeg = await findFfmpeg('')
  if (ffmpeg === undefined) throw new Error('No ffmpeg')
  const limits = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const
  return (await promisify(execFile)(ffmpeg, ['-nostdin', '-v', 'error', ...what], limits)).stdout
}

function loudest(sound: Buffer, hundredth: number): number {
  let most = 0
  for (let sample = 0; sample < 80; sample += 1) {
    most = Math.max(most, Math.abs(sound.readInt16LE((hundredth * 80 + sample) * 2)))
  }
  return most
}

/** Where a row of values comes above the line. */
const risings = (values: readonly number[], line: number): number[] =>
  values.flatMap((value, index) => (value > line && index > 0 && (values[index - 1] ?? 0) <= line ? [index] : []))
