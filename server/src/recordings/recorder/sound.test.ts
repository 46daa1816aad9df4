import { expect, test } from 'vitest'
import { SAMPLE_RATE, Sound } from './sound.ts'

const FRAME = SAMPLE_RATE / 50
const frame = (sample: number) => new Int16Array(FRAME).fill(sample)
const samplesOf = (bytes: Buffer) =>
  Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2))

/** Says one frame after another, as they come every 20 ms from that moment on, each late by so much. */
function speak(sound: Sound, sample: number, frames: number, lateMs: (index: number) => number = () => 0) {
  const say = sound.voice()
  for (let index = 0; index < frames; index += 1) say(frame(sample), 1_000 + index * 20 + lateMs(index))
}

test('voices that speak at once are heard together, and nobody is louder than the format knows', () => {
  const sound = new Sound()
  speak(sound, 1_000, 5)
  speak(sound, 500, 5)
  expect(new Set(samplesOf(sound.take(2_000)))).toEqual(new Set([0, 1_500]))

  const loud = new Sound()
  speak(loud, 30_000, 5)
  speak(loud, 30_000, 5)
  expect(Math.max(...samplesOf(loud.take(2_000)))).toBe(32_767)
})

test('silence lasts as long as it lasted, and each moment is taken once', () => {
  const sound = new Sound()
  expect(samplesOf(sound.take(250))).toHaveLength(SAMPLE_RATE / 4)
  expect(samplesOf(sound.take(250))).toHaveLength(0)
  expect(samplesOf(sound.take(200))).toHaveLength(0)
})

test('frames that come now and then late leave no gap and are not moved', () => {
  const sound = new Sound()
  speak(sound, 1_000, 100, (index) => (index % 7 === 3 ? 60 : 0))
  const heard = samplesOf(sound.take(4_000))
  const first = heard.indexOf(1_000)
  expect(heard.slice(first, first + 100 * FRAME).every((sample) => sample === 1_000)).toBe(true)
})

test('a voice whose every frame comes later by now is moved to where it belongs', () => {
  const sound = new Sound()
  speak(sound, 1_000, 120, (index) => (index < 50 ? 0 : 300))
  const heard = samplesOf(sound.take(4_000))
  // The end is 300 ms later than it would have been.
  const end = heard.lastIndexOf(1_000) / SAMPLE_RATE
  expect(end).toBeGreaterThan(3.55)
})
