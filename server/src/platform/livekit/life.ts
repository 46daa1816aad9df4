import type { FastifyInstance } from 'fastify'
import type { LivekitAccess } from './access.ts'

export type Say = (line: string) => void

/** LiveKit with its life: started once the app listens, stopped with it. */
export type LivekitEngine = LivekitAccess & {
  readonly start: (app: FastifyInstance, say: Say) => void
  readonly stop: () => Promise<void>
}
