import type { RemoteTrackPublication, VideoStream } from '@livekit/rtc-node'
import { Canvas, type Picture } from './canvas.ts'
import { askForSize } from './layers.ts'
import { type Box, layOut, type Size } from './layout.ts'

/** A camera that has sent nothing for that long has gone, whatever LiveKit knows of it yet. */
const SILENT_MS = 3_000

type Tile = {
  readonly publication: RemoteTrackPublication
  readonly isScreen: boolean
  readonly stop: () => void
  isMuted: boolean
  lastMs: number
  picture: Picture | undefined
  /** Drawn in another shape before: what it leaves uncovered is cleared. */
  drawn: Size | undefined
  isFresh: boolean
}

/** Everybody's pictures on one canvas, as they come and go. */
export class Pictures {
  readonly #canvas: Canvas
  readonly #tiles = new Map<string, Tile>()
  #boxes = new Map<Tile, Box>()

  constructor(size: Size) {
    this.#canvas = new Canvas(size)
  }

  /** Reads what one camera or screen sends until it is dropped: an unread stream grows without end. */
  async show(publication: RemoteTrackPublication, isScreen: boolean, stream: VideoStream): Promise<void> {
    const sid = publication.sid ?? ''
    this.drop(sid)
    // Not to be subscribed any more does not end a stream, and only the reader that holds it can cancel it.
    const reader = stream.getReader()
    const tile: Tile = {
      publication,
      isScreen,
      stop: () => void reader.cancel().catch(() => undefined),
      isMuted: publication.muted === true,
      lastMs: performance.now(),
      picture: undefined,
      drawn: undefined,
      isFresh: false,
    }
    this.#tiles.set(sid, tile)
    this.#arrange()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      Object.assign(tile, { picture: next.value.frame, isFresh: true, lastMs: performance.now() })
    }
  }

  mute(sid: string, isMuted: boolean): void {
    const tile = this.#tiles.get(sid)
    if (!tile) return
    Object.assign(tile, { isMuted, picture: undefined, lastMs: performance.now() })
    this.#arrange()
  }

  drop(sid: string): void {
    const tile = this.#tiles.get(sid)
    if (!tile) return
    this.#tiles.delete(sid)
    tile.stop()
    this.#arrange()
  }

  /** The whole picture of this moment. */
  take(): Buffer {
    if (this.#shown().some((tile) => !this.#boxes.has(tile)) || this.#boxes.size > this.#shown().length) this.#arrange()
    for (const [tile, box] of this.#boxes) this.#draw(tile, box)
    return this.#canvas.copy()
  }

  #shown(): Tile[] {
    const now = performance.now()
    return [...this.#tiles.values()].filter(
      ({ isMuted, isScreen, lastMs }) => !isMuted && (isScreen || now - lastMs < SILENT_MS),
    )
  }

  #arrange(): void {
    this.#canvas.clear()
    this.#boxes = layOut(this.#shown(), this.#canvas.size)
    for (const [tile, box] of this.#boxes) {
      tile.isFresh = true
      askForSize(tile.publication, box)
    }
  }

  #draw(tile: Tile, box: Box): void {
    const { picture, drawn, isFresh } = tile
    if (!picture || !isFresh) return
    if (drawn && (drawn.width !== picture.width || drawn.height !== picture.height)) this.#canvas.clear(box)
    this.#canvas.draw(picture, box)
    Object.assign(tile, { drawn: { width: picture.width, height: picture.height }, isFresh: false })
  }
}
