export const SAMPLE_RATE = 48_000

/** As long as what is said may wait to be mixed. */
const RING_SECONDS = 4
/** How much later than spoken a frame comes at best. */
const ADVANCE = Math.round(SAMPLE_RATE * 0.04)
/** A voice is moved only by what one would hear: a resync at every late frame makes more jumps than it mends. */
const JUMP = SAMPLE_RATE / 50
const FRAMES_A_SECOND = 50

/** All voices in one, on the clock of the recording; silence where nobody speaks. */
export class Sound {
  readonly #ring = new Int32Array(SAMPLE_RATE * RING_SECONDS)
  #taken = 0

  /** One who speaks. Its frames say no time: their samples are counted, and put right by the least lateness of each second. */
  voice(): (samples: Int16Array, elapsedMs: number) => void {
    let position: number | undefined
    let [least, frames] = [Number.POSITIVE_INFINITY, 0]
    return (samples, elapsedMs) => {
      const wanted = Math.round((elapsedMs * SAMPLE_RATE) / 1000) - samples.length - ADVANCE
      position ??= wanted
      least = Math.min(least, wanted - position)
      frames += 1
      if (frames === FRAMES_A_SECOND) {
        if (Math.abs(least) > JUMP) position += least
        ;[least, frames] = [Number.POSITIVE_INFINITY, 0]
      }
      this.#add(samples, position)
      position += samples.length
    }
  }

  /** What has been said up to that moment and was not taken yet, as 16-bit little-endian samples. */
  take(untilMs: number): Buffer {
    const end = Math.max(this.#taken, Math.round((untilMs * SAMPLE_RATE) / 1000))
    const bytes = Buffer.allocUnsafe((end - this.#taken) * 2)
    for (let offset = 0; this.#taken < end; this.#taken += 1, offset += 2) {
      const place = this.#taken % this.#ring.length
      bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, this.#ring[place] ?? 0)), offset)
      this.#ring[place] = 0
    }
    return bytes
  }

  #add(samples: Int16Array, position: number): void {
    const last = this.#taken + this.#ring.length
    for (const [index, sample] of samples.entries()) {
      const place = position + index
      // Said before what is mixed already, or impossibly late: nobody would hear it at its place.
      if (place < this.#taken || place >= last) continue
      this.#ring[place % this.#ring.length] = (this.#ring[place % this.#ring.length] ?? 0) + sample
    }
  }
}
