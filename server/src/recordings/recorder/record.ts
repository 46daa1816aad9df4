import { once } from 'node:events'
import { type Encoder, FRAMES_PER_SECOND, startEncoder } from './encoder.ts'
import { followRoom } from './follow-room.ts'
import type { Order } from './messages.ts'
import { Pictures } from './pictures.ts'
import { Sound } from './sound.ts'

const SIZE = { width: 1280, height: 720 }
const TICK_MS = 10
/** Sound waits that long for those who are heard late. */
const LAG_MS = 500

/** Records one room into one file until it is told to end or the room lets it go; `begun` once it writes. */
export async function record(order: Order, stopping: AbortSignal, begun: () => void): Promise<void> {
  let startedMs = performance.now()
  const elapsedMs = () => performance.now() - startedMs
  const [pictures, sound] = [new Pictures(SIZE), new Sound()]
  const room = followRoom({ pictures, sound, elapsedMs })
  await room.enter(order.url, order.token)
  if (stopping.aborted) {
    await room.leave()
    return
  }
  const encoder = startEncoder({ ...order, size: SIZE })
  startedMs = performance.now()
  const feed = createFeed(pictures, sound, encoder)
  const timer = setInterval(() => {
    feed(elapsedMs(), LAG_MS)
  }, TICK_MS)
  begun()
  await Promise.race([once(stopping, 'abort'), room.left, encoder.ended])
  clearInterval(timer)
  feed(elapsedMs(), 0)
  await encoder.finish()
  await room.leave()
}

/** Holds picture and sound to the clock: a late tick repeats the picture, and the time line stays whole. */
function createFeed(pictures: Pictures, sound: Sound, encoder: Encoder) {
  let shown = 0
  return (elapsedMs: number, lagMs: number): void => {
    const due = Math.floor((elapsedMs * FRAMES_PER_SECOND) / 1000)
    if (due > shown && !encoder.isBehind()) {
      const picture = pictures.take()
      for (; shown < due; shown += 1) encoder.show(picture)
    }
    const samples = sound.take(elapsedMs - lagMs)
    if (samples.length > 0) encoder.play(samples)
  }
}
