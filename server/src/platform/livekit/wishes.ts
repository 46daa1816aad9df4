import type { Release } from './release.ts'

export const PROGRAM = 'livekit-server'

export type Wishes = {
  /** Where it is kept once it is here. */
  readonly folder: string
  /** The machine's search path. */
  readonly path: string
  readonly releaseUrl: string
  readonly release?: Release | undefined
  /** Told what is being done, line by line. */
  readonly say: (line: string) => void
  /** Told once, before anything that takes long. */
  readonly onArriving?: () => void
  readonly signal?: AbortSignal
}
