import type { Call } from '@kolosok/contract'
import { useEffect } from 'react'

type Note = { readonly at: number; readonly hertz: number; readonly seconds: number }

/** Two warm tones going up, twice; a chime for a group; the far phone's slow tone for whoever waits; a knock at the door. */
const melodies = {
  loud: [
    { at: 0, hertz: 523, seconds: 0.32 },
    { at: 0.36, hertz: 659, seconds: 0.32 },
    { at: 0.9, hertz: 523, seconds: 0.32 },
    { at: 1.26, hertz: 784, seconds: 0.5 },
  ],
  soft: [
    { at: 0, hertz: 659, seconds: 0.25 },
    { at: 0.28, hertz: 880, seconds: 0.5 },
  ],
  back: [{ at: 0, hertz: 425, seconds: 0.9 }],
  knock: [
    { at: 0, hertz: 587, seconds: 0.16 },
    { at: 0.2, hertz: 587, seconds: 0.3 },
  ],
} as const satisfies Record<string, readonly Note[]>

const every = { loud: 3_000, soft: Infinity, back: 4_000, knock: Infinity }
const volume = { loud: 0.22, soft: 0.1, back: 0.05, knock: 0.08 }

type Melody = keyof typeof melodies

/** Plays a melody made here, over and over where it should; returns the way to silence. */
function play(melody: Melody): () => void {
  if (!('AudioContext' in window)) return () => undefined
  const context = new AudioContext()
  const loud = context.createGain()
  loud.gain.value = volume[melody]
  loud.connect(context.destination)

  const once = () => {
    // Before anybody has touched the page the browser keeps it silent; the screen rings all the same.
    if (context.state === 'suspended') void context.resume()
    for (const { at, hertz, seconds } of melodies[melody]) sound(context, loud, { at, hertz, seconds })
    if (melody === 'loud' && 'vibrate' in navigator) navigator.vibrate([300, 150, 300])
  }
  once()
  const pause = every[melody]
  const timer = Number.isFinite(pause) ? setInterval(once, pause) : undefined
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

function sound(context: AudioContext, out: AudioNode, { at, hertz, seconds }: Note): void {
  const tone = context.createOscillator()
  const shape = context.createGain()
  const start = context.currentTime + at
  tone.type = 'triangle'
  tone.frequency.value = hertz
  shape.gain.setValueAtTime(0, start)
  shape.gain.linearRampToValueAtTime(1, start + 0.03)
  shape.gain.exponentialRampToValueAtTime(0.001, start + seconds)
  tone.connect(shape).connect(out)
  tone.start(start)
  tone.stop(start + seconds)
}

export function useRing(ring: Call['ring']): void {
  useEffect(() => (ring === 'loud' || ring === 'soft' ? play(ring) : undefined), [ring])
}

/** Somebody is at the door: softly, and over when it has sounded. */
export function knock(): void {
  setTimeout(play('knock'), 1_500)
}

/** What the caller hears until somebody answers. */
export function useRingback(isWaiting: boolean): void {
  useEffect(() => (isWaiting ? play('back') : undefined), [isWaiting])
}
